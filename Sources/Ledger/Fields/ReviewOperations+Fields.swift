import Newsroom

extension DraftSubmission {
    /// Reads the body of an operation 105.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            revision: try reader.identifier(),
            hash: try reader.identifier(),
            note: try reader.optionalText()
        )
    }

    /// Writes the body of an operation 105.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.identifier(revision)
        writer.identifier(hash)
        writer.optional(note) { $0.text($1) }
    }
}

extension GateClearance {
    /// Reads the body of an operation 109.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            gate: try reader.choice(),
            revision: try reader.identifier(),
            hash: try reader.identifier(),
            answers: try reader.superseded(),
            note: try reader.optionalText(),
            seal: try reader.seal()
        )
    }

    /// Writes the body of an operation 109.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.choice(gate)
        writer.identifier(revision)
        writer.identifier(hash)
        writer.superseded(answers)
        writer.optional(note) { $0.text($1) }
        writer.seal(seal)
    }
}

extension GateObjection {
    /// Reads the body of an operation 111.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            gate: try reader.choice(),
            revision: try reader.identifier(),
            hash: try reader.identifier(),
            note: try reader.text()
        )
    }

    /// Writes the body of an operation 111.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.choice(gate)
        writer.identifier(revision)
        writer.identifier(hash)
        writer.text(note)
    }
}
