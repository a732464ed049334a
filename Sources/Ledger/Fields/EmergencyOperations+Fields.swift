import Newsroom

extension EmergencyRequest {
    /// Reads the body of an operation 133.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            revision: try reader.identifier(),
            hash: try reader.identifier(),
            slug: try reader.slug(),
            replaces: try reader.optionalIdentifier(),
            clearances: try reader.superseded(),
            superseded: try reader.superseded(),
            seal: try reader.seal(),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 133.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.identifier(revision)
        writer.identifier(hash)
        writer.text(slug.description)
        writer.optional(replaces) { $0.identifier($1) }
        writer.superseded(clearances)
        writer.superseded(superseded)
        writer.seal(seal)
        writer.text(reason)
    }
}

extension ReleaseCancellation {
    /// Reads the body of an operation 135.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 135.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.text(reason)
    }
}

extension ReleaseReading {
    /// Reads the body of an operation 137.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            release: try reader.operationID(),
            hash: try reader.identifier(),
            verdict: try reader.choice(),
            note: try reader.optionalText(),
            seal: try reader.seal()
        )
    }

    /// Writes the body of an operation 137.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.operationID(release)
        writer.identifier(hash)
        writer.choice(verdict)
        writer.optional(note) { $0.text($1) }
        writer.seal(seal)
    }
}
