import Newsroom

extension PublicRequest {
    /// Reads the body of an operation 139.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            action: try reader.choice(),
            replaces: try reader.identifier(),
            note: try reader.text(),
            seal: try reader.seal()
        )
    }

    /// Writes the body of an operation 139.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.choice(action)
        writer.identifier(replaces)
        writer.text(note)
        writer.seal(seal)
    }
}

extension CorrectionDrop {
    /// Reads the body of an operation 141.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            receipt: try reader.operationID(),
            reason: try reader.text(),
            seal: try reader.seal()
        )
    }

    /// Writes the body of an operation 141.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.operationID(receipt)
        writer.text(reason)
        writer.seal(seal)
    }
}

extension PublicSecond {
    /// Reads the body of an operation 143.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            request: try reader.operationID(),
            seal: try reader.seal()
        )
    }

    /// Writes the body of an operation 143.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.operationID(request)
        writer.seal(seal)
    }
}
