import Newsroom

// Values of several fields that operations of members, comments and erasure carry.

extension FieldReader {
    mutating func bool() throws(FieldError) -> Bool {
        switch try byte() {
        case 0: return false
        case 1: return true
        default: throw FieldError()
        }
    }

    mutating func bytes32() throws(FieldError) -> Bytes32 {
        guard let value = Bytes32(try take(32)) else { throw FieldError() }
        return value
    }

    mutating func pins() throws(FieldError) -> [Bytes32] {
        try list(limit: 4) { reader throws(FieldError) in try reader.bytes32() }
    }

    mutating func gateNeeds() throws(FieldError) -> [GateNeed] {
        try list(limit: 5) { reader throws(FieldError) in
            GateNeed(gate: try reader.choice(), count: try reader.varint())
        }
    }

    mutating func checkSettings() throws(FieldError) -> [CheckSetting] {
        try list(limit: 16) { reader throws(FieldError) in
            CheckSetting(
                check: try reader.choice(),
                strictness: try reader.choice(),
                limit: try reader.optional { reader throws(FieldError) in try reader.varint() }
            )
        }
    }

    mutating func restrictionKind() throws(FieldError) -> RestrictionKind {
        switch try byte() {
        case 0:
            let until = try optional { reader throws(FieldError) in try reader.moment() }
            return .embargo(until: until, zone: try text())
        case 1: return .hold
        case 2: return .notForPublication
        default: throw FieldError()
        }
    }

    mutating func commentAnchor() throws(FieldError) -> CommentAnchor {
        switch try byte() {
        case 0: return .draft
        case 1: return .field(try choice())
        case 2: return .words(first: try characterID(), last: try characterID())
        default: throw FieldError()
        }
    }

    private mutating func characterID() throws(FieldError) -> CharacterID {
        CharacterID(entry: try identifier(), offset: try varint())
    }

    mutating func erasedEntries() throws(FieldError) -> [ErasedEntry] {
        try list(limit: 256) { reader throws(FieldError) in
            ErasedEntry(
                entry: try reader.identifier(),
                payload: try reader.bytes32(),
                skeleton: try reader.data(limit: 1_000_000)
            )
        }
    }
}

extension FieldWriter {
    mutating func bytes32(_ value: Bytes32) { raw(value.bytes) }

    mutating func gateNeeds(_ values: [GateNeed]) {
        list(values) { writer, need in
            writer.choice(need.gate)
            writer.varint(need.count)
        }
    }

    mutating func checkSettings(_ values: [CheckSetting]) {
        list(values) { writer, setting in
            writer.choice(setting.check)
            writer.choice(setting.strictness)
            writer.optional(setting.limit) { $0.varint($1) }
        }
    }

    mutating func restrictionKind(_ value: RestrictionKind) {
        switch value {
        case .embargo(let until, let zone):
            byte(0)
            optional(until) { $0.varint(Int($1.milliseconds)) }
            text(zone)
        case .hold: byte(1)
        case .notForPublication: byte(2)
        }
    }

    mutating func commentAnchor(_ value: CommentAnchor) {
        switch value {
        case .draft: byte(0)
        case .field(let field):
            byte(1)
            choice(field)
        case .words(let first, let last):
            byte(2)
            for character in [first, last] {
                identifier(character.entry)
                varint(character.offset)
            }
        }
    }

    mutating func erasedEntries(_ values: [ErasedEntry]) {
        list(values) { writer, erased in
            writer.identifier(erased.entry)
            writer.bytes32(erased.payload)
            writer.data(erased.skeleton)
        }
    }
}
