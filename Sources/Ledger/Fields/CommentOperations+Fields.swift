import Newsroom

extension CommentAddition {
    /// Reads the body of an operation 96.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            anchor: try reader.commentAnchor(),
            quote: try reader.text(),
            text: try reader.text(),
            isBlocking: try reader.bool()
        )
    }

    /// Writes the body of an operation 96.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.commentAnchor(anchor)
        writer.text(quote)
        writer.text(text)
        writer.byte(isBlocking ? 1 : 0)
    }
}

extension CommentReply {
    /// Reads the body of an operation 98.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            comment: try reader.identifier(),
            text: try reader.text()
        )
    }

    /// Writes the body of an operation 98.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(comment)
        writer.text(text)
    }
}

extension CommentResolution {
    /// Reads the body of an operation 100.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            comment: try reader.identifier()
        )
    }

    /// Writes the body of an operation 100.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(comment)
    }
}
