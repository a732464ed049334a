import Newsroom

extension FieldReader {
    mutating func capabilities() throws(FieldError) -> Capabilities {
        Capabilities(rawValue: UInt64(try varint()))
    }

    mutating func moment() throws(FieldError) -> Moment {
        Moment(milliseconds: Int64(try varint()))
    }

    mutating func releaseTime() throws(FieldError) -> ReleaseTime {
        switch try byte() {
        case 0: return .now
        case 1: return .at(try moment())
        default: throw FieldError()
        }
    }

    mutating func optionalIdentifier<ID: Identifier>() throws(FieldError) -> ID? {
        try optional { reader throws(FieldError) in try reader.identifier() }
    }

    mutating func optionalOperationID() throws(FieldError) -> OperationID? {
        try optional { reader throws(FieldError) in try reader.operationID() }
    }

    mutating func optionalText() throws(FieldError) -> String? {
        try optional { reader throws(FieldError) in try reader.text() }
    }

    mutating func identifiers<ID: Identifier>(limit: Int) throws(FieldError) -> [ID] {
        try list(limit: limit) { reader throws(FieldError) in try reader.identifier() }
    }

    mutating func ascendingIdentifiers<ID: Identifier>(limit: Int) throws(FieldError) -> [ID] {
        try ascending(limit: limit) { reader throws(FieldError) in try reader.identifier() }
    }

    mutating func endedAppointments() throws(FieldError) -> [EndedAppointment] {
        try list(limit: 8) { reader throws(FieldError) in
            EndedAppointment(
                appointment: try reader.operationID(),
                lastReceipt: try reader.optionalOperationID()
            )
        }
    }

    mutating func refusalReasons() throws(FieldError) -> [RefusalReason] {
        try list(limit: 32) { reader throws(FieldError) in
            let place = Int(try reader.byte())
            guard RefusalCode.allCases.indices.contains(place) else { throw FieldError() }
            return RefusalReason(
                code: RefusalCode.allCases[place],
                about: try reader.optionalOperationID()
            )
        }
    }
}

extension FieldWriter {
    mutating func releaseTime(_ value: ReleaseTime) {
        switch value {
        case .now: byte(0)
        case .at(let moment):
            byte(1)
            varint(Int(moment.milliseconds))
        }
    }

    mutating func endedAppointments(_ values: [EndedAppointment]) {
        list(values) { writer, ended in
            writer.operationID(ended.appointment)
            writer.optional(ended.lastReceipt) { $0.operationID($1) }
        }
    }

    mutating func refusalReasons(_ values: [RefusalReason]) {
        list(values) { writer, reason in
            writer.byte(UInt8(RefusalCode.allCases.firstIndex(of: reason.code) ?? 0))
            writer.optional(reason.about) { $0.operationID($1) }
        }
    }
}
