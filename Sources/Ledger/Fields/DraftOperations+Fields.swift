import Newsroom

extension StoryCreation {
    /// Reads the body of an operation 65.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            slug: try reader.slug()
        )
    }

    /// Writes the body of an operation 65.
    func write(to writer: inout FieldWriter) {
        writer.text(slug.description)
    }
}

extension StorySetting {
    /// Reads the body of an operation 67.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            field: try reader.choice(),
            value: try reader.text(),
            superseded: try reader.superseded()
        )
    }

    /// Writes the body of an operation 67.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.choice(field)
        writer.text(value)
        writer.superseded(superseded)
    }
}

extension DraftOpening {
    /// Reads the body of an operation 81.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            kind: try reader.choice(),
            base: try reader.optionalIdentifier(),
            label: try reader.text()
        )
    }

    /// Writes the body of an operation 81.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.choice(kind)
        writer.optional(base) { $0.identifier($1) }
        writer.text(label)
    }
}

extension DraftSetting {
    /// Reads the body of an operation 83.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            field: try reader.choice(),
            value: try reader.text(),
            superseded: try reader.superseded()
        )
    }

    /// Writes the body of an operation 83.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.choice(field)
        writer.text(value)
        writer.superseded(superseded)
    }
}

extension DraftSaving {
    /// Reads the body of an operation 89.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            hash: try reader.identifier(),
            note: try reader.optionalText()
        )
    }

    /// Writes the body of an operation 89.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.identifier(hash)
        writer.optional(note) { $0.text($1) }
    }
}

extension DraftSettlement {
    /// Reads the body of an operation 91.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            edits: try reader.ascendingIdentifiers(limit: 64)
        )
    }

    /// Writes the body of an operation 91.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.list(edits.sorted()) { $0.identifier($1) }
    }
}
