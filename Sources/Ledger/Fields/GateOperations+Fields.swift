import Newsroom

extension GateRequirement {
    /// Reads the body of an operation 101.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            gate: try reader.choice(),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 101.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.choice(gate)
        writer.text(reason)
    }
}

extension GateWaiver {
    /// Reads the body of an operation 103.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            gate: try reader.choice(),
            requirements: try reader.superseded(),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 103.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.choice(gate)
        writer.superseded(requirements)
        writer.text(reason)
    }
}

extension DraftRecall {
    /// Reads the body of an operation 107.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 107.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.text(reason)
    }
}

extension VerdictRetraction {
    /// Reads the body of an operation 113.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            verdict: try reader.operationID(),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 113.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.operationID(verdict)
        writer.text(reason)
    }
}

extension ObjectionOverruling {
    /// Reads the body of an operation 115.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            objection: try reader.operationID(),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 115.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.operationID(objection)
        writer.text(reason)
    }
}
