import Newsroom

extension NewsroomFounding {
    /// Reads the body of an operation 1.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            roots: try reader.identifiers(limit: 5),
            name: try reader.text(),
            rules: try reader.varint()
        )
    }

    /// Writes the body of an operation 1.
    func write(to writer: inout FieldWriter) {
        writer.list(roots) { $0.identifier($1) }
        writer.text(name)
        writer.varint(rules)
    }
}

extension LogOpening {
    /// Reads the body of an operation 2.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            reason: try reader.choice(),
            earlier: try reader.ascendingIdentifiers(limit: 256)
        )
    }

    /// Writes the body of an operation 2.
    func write(to writer: inout FieldWriter) {
        writer.choice(reason)
        writer.list(earlier) { $0.identifier($1) }
    }
}

extension NewsroomSetting {
    /// Reads the body of an operation 21.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            field: try reader.choice(),
            value: try reader.text(),
            superseded: try reader.superseded()
        )
    }

    /// Writes the body of an operation 21.
    func write(to writer: inout FieldWriter) {
        writer.choice(field)
        writer.text(value)
        writer.superseded(superseded)
    }
}
