import Newsroom

extension MemberAdmission {
    /// Reads the body of an operation 5.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            invite: try reader.optionalIdentifier(),
            name: try reader.text(),
            proof: try reader.data(limit: 512)
        )
    }

    /// Writes the body of an operation 5.
    func write(to writer: inout FieldWriter) {
        writer.optional(invite) { $0.identifier($1) }
        writer.text(name)
        writer.data(proof)
    }
}

extension MemberGrant {
    /// Reads the body of an operation 7.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            member: try reader.identifier(),
            capabilities: try reader.capabilities(),
            seal: try reader.seal()
        )
    }

    /// Writes the body of an operation 7.
    func write(to writer: inout FieldWriter) {
        writer.identifier(member)
        writer.varint(Int(capabilities.rawValue))
        writer.seal(seal)
    }
}

extension DeviceAddition {
    /// Reads the body of an operation 11.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            member: try reader.identifier(),
            key: try reader.identifier(),
            label: try reader.text(),
            proof: try reader.seal(),
            seal: try reader.seal()
        )
    }

    /// Writes the body of an operation 11.
    func write(to writer: inout FieldWriter) {
        writer.identifier(member)
        writer.identifier(key)
        writer.text(label)
        writer.seal(proof)
        writer.seal(seal)
    }
}

extension PressAppointment {
    /// Reads the body of an operation 25.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            device: try reader.identifier(),
            log: try reader.identifier(),
            last: try reader.endedAppointments(),
            seal: try reader.seal()
        )
    }

    /// Writes the body of an operation 25.
    func write(to writer: inout FieldWriter) {
        writer.identifier(device)
        writer.identifier(log)
        writer.endedAppointments(last)
        writer.seal(seal)
    }
}
