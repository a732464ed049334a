import Newsroom

extension MemberInvite {
    /// Reads the body of an operation 3.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            key: try reader.identifier(),
            bind: try reader.bytes32(),
            label: try reader.text(),
            capabilities: try reader.capabilities(),
            member: try reader.optionalIdentifier(),
            expires: try reader.moment()
        )
    }

    /// Writes the body of an operation 3.
    func write(to writer: inout FieldWriter) {
        writer.identifier(key)
        writer.bytes32(bind)
        writer.text(label)
        writer.varint(Int(capabilities.rawValue))
        writer.optional(member) { $0.identifier($1) }
        writer.varint(Int(expires.milliseconds))
    }
}
