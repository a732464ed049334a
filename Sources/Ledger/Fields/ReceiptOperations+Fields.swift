import Newsroom

extension ReceiptJoining {
    /// Reads the body of an operation 155.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            request: try reader.operationID(),
            receipt: try reader.operationID(),
            time: try reader.moment()
        )
    }

    /// Writes the body of an operation 155.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.operationID(request)
        writer.operationID(receipt)
        writer.varint(Int(time.milliseconds))
    }
}

extension ReceiptStatus {
    /// Reads the body of an operation 157.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            number: try reader.varint(),
            previous: try reader.optionalOperationID(),
            request: try reader.operationID(),
            change: try reader.choice(),
            replaces: try reader.identifier(),
            note: try reader.text(),
            time: try reader.moment()
        )
    }

    /// Writes the body of an operation 157.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.varint(number)
        writer.optional(previous) { $0.operationID($1) }
        writer.operationID(request)
        writer.choice(change)
        writer.identifier(replaces)
        writer.text(note)
        writer.varint(Int(time.milliseconds))
    }
}
