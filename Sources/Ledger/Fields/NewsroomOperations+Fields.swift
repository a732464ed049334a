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

extension LogMark {
    /// Reads the body of an operation 4.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            hub: try reader.take(16),
            epoch: try reader.take(16),
            number: try reader.varint()
        )
    }

    /// Writes the body of an operation 4.
    func write(to writer: inout FieldWriter) {
        writer.raw(hub)
        writer.raw(epoch)
        writer.varint(number)
    }
}

extension LogTime {
    /// Reads the body of an operation 6.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            entry: try reader.identifier(),
            token: try reader.data(limit: 16_384)
        )
    }

    /// Writes the body of an operation 6.
    func write(to writer: inout FieldWriter) {
        writer.identifier(entry)
        writer.data(token)
    }
}

extension DeviceRenaming {
    /// Reads the body of an operation 8.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            key: try reader.identifier(),
            label: try reader.text(),
            superseded: try reader.superseded()
        )
    }

    /// Writes the body of an operation 8.
    func write(to writer: inout FieldWriter) {
        writer.identifier(key)
        writer.text(label)
        writer.superseded(superseded)
    }
}

extension MemberRenaming {
    /// Reads the body of an operation 29.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            member: try reader.identifier(),
            name: try reader.text(),
            superseded: try reader.superseded()
        )
    }

    /// Writes the body of an operation 29.
    func write(to writer: inout FieldWriter) {
        writer.identifier(member)
        writer.text(name)
        writer.superseded(superseded)
    }
}
