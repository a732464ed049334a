import Newsroom

extension StoryClaim {
    /// Reads the body of an operation 69.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            superseded: try reader.superseded()
        )
    }

    /// Writes the body of an operation 69.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.superseded(superseded)
    }
}

extension StoryHandover {
    /// Reads the body of an operation 71.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            to: try reader.identifier(),
            note: try reader.optionalText(),
            superseded: try reader.superseded()
        )
    }

    /// Writes the body of an operation 71.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(to)
        writer.optional(note) { $0.text($1) }
        writer.superseded(superseded)
    }
}

extension StoryRemark {
    /// Reads the body of an operation 72.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            text: try reader.text()
        )
    }

    /// Writes the body of an operation 72.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.text(text)
    }
}
