import Newsroom

extension MemberRevocation {
    /// Reads the body of an operation 9.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            member: try reader.identifier(),
            capabilities: try reader.capabilities(),
            cut: try reader.ascendingIdentifiers(limit: 256),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 9.
    func write(to writer: inout FieldWriter) {
        writer.identifier(member)
        writer.varint(Int(capabilities.rawValue))
        writer.list(cut.sorted()) { $0.identifier($1) }
        writer.text(reason)
    }
}

extension DeviceRevocation {
    /// Reads the body of an operation 13.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            key: try reader.identifier(),
            cut: try reader.ascendingIdentifiers(limit: 256),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 13.
    func write(to writer: inout FieldWriter) {
        writer.identifier(key)
        writer.list(cut.sorted()) { $0.identifier($1) }
        writer.text(reason)
    }
}

extension MemberFreeze {
    /// Reads the body of an operation 15.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            member: try reader.identifier(),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 15.
    func write(to writer: inout FieldWriter) {
        writer.identifier(member)
        writer.text(reason)
    }
}

extension LogAdoption {
    /// Reads the body of an operation 17.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            log: try reader.identifier(),
            first: UInt64(try reader.varint()),
            last: try reader.identifier()
        )
    }

    /// Writes the body of an operation 17.
    func write(to writer: inout FieldWriter) {
        writer.identifier(log)
        writer.varint(Int(first))
        writer.identifier(last)
    }
}

extension LogClosing {
    /// Reads the body of an operation 19.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            log: try reader.identifier(),
            heads: try reader.ascendingIdentifiers(limit: 8)
        )
    }

    /// Writes the body of an operation 19.
    func write(to writer: inout FieldWriter) {
        writer.identifier(log)
        writer.list(heads.sorted()) { $0.identifier($1) }
    }
}
