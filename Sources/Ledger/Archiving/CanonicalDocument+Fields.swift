package import Newsroom

// A document as an archive keeps it: also one that is not ready to be published.

extension CanonicalDocument {
    /// The bytes that `init(archived:)` reads.
    package var archived: [UInt8] {
        var writer = FieldWriter()
        writer.list(fields.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, field in
            writer.choice(field.key)
            writer.text(field.value)
        }
        writer.text(body)
        return writer.bytes
    }

    /// Reads what `archived` wrote.
    ///
    /// - Throws: `ArchiveError`.
    package init(archived bytes: [UInt8]) throws(ArchiveError) {
        var reader = FieldReader(bytes)
        do {
            let fields = try reader.list { reader throws(FieldError) -> (DocumentField, String) in
                (try reader.choice(), try reader.text(limit: bytes.count))
            }
            let body = try reader.text(limit: bytes.count)
            self.init(fields: Dictionary(fields) { first, _ in first }, body: body)
        } catch {
            throw ArchiveError()
        }
    }
}
