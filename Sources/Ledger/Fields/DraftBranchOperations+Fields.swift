import Newsroom

extension DraftMerge {
    /// Reads the body of an operation 87.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            from: try reader.identifier(),
            heads: try reader.ascendingIdentifiers(limit: 64),
            revision: try reader.optionalIdentifier()
        )
    }

    /// Writes the body of an operation 87.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.identifier(from)
        writer.list(heads.sorted()) { $0.identifier($1) }
        writer.optional(revision) { $0.identifier($1) }
    }
}

extension DraftSpike {
    /// Reads the body of an operation 93.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 93.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.text(reason)
    }
}

extension DraftUnspike {
    /// Reads the body of an operation 95.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            spikes: try reader.superseded()
        )
    }

    /// Writes the body of an operation 95.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.superseded(spikes)
    }
}
