import Newsroom

extension GatePolicy {
    /// Reads the body of an operation 23.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            kind: try reader.choice(),
            gates: try reader.gateNeeds(),
            superseded: try reader.superseded()
        )
    }

    /// Writes the body of an operation 23.
    func write(to writer: inout FieldWriter) {
        writer.choice(kind)
        writer.gateNeeds(gates)
        writer.superseded(superseded)
    }
}

extension CheckPolicy {
    /// Reads the body of an operation 31.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            checks: try reader.checkSettings(),
            superseded: try reader.superseded()
        )
    }

    /// Writes the body of an operation 31.
    func write(to writer: inout FieldWriter) {
        writer.checkSettings(checks)
        writer.superseded(superseded)
    }
}

extension HubSetting {
    /// Reads the body of an operation 27.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            url: try reader.text(),
            pins: try reader.pins(),
            superseded: try reader.superseded()
        )
    }

    /// Writes the body of an operation 27.
    func write(to writer: inout FieldWriter) {
        writer.text(url)
        writer.list(pins) { $0.bytes32($1) }
        writer.superseded(superseded)
    }
}
