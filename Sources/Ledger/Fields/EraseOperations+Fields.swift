import Newsroom

extension ErasureRequest {
    /// Reads the body of an operation 161.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            entries: try reader.ascendingIdentifiers(limit: 256),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 161.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.list(entries.sorted()) { $0.identifier($1) }
        writer.text(reason)
    }
}

extension ErasureOrder {
    /// Reads the body of an operation 163.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            request: try reader.operationID(),
            skeletons: try reader.erasedEntries()
        )
    }

    /// Writes the body of an operation 163.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.operationID(request)
        writer.erasedEntries(skeletons)
    }
}
