import Newsroom

/// Writes the fields of an operation one after the other (ledger.md 3.1, 3.4).
struct FieldWriter {
    private(set) var bytes: [UInt8] = []

    mutating func byte(_ value: UInt8) { bytes.append(value) }

    mutating func raw(_ value: [UInt8]) { bytes += value }

    mutating func varint(_ value: Int) {
        var rest = UInt64(value)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func zigzag(_ value: Int) { varint(value >= 0 ? value * 2 : -value * 2 - 1) }

    mutating func identifier(_ value: some Identifier) { bytes += value.bytes.bytes }

    mutating func operationID(_ value: OperationID) {
        identifier(value.entry)
        varint(value.index)
    }

    mutating func seal(_ value: Seal) { bytes += value.bytes }

    mutating func data(_ value: [UInt8]) {
        varint(value.count)
        bytes += value
    }

    mutating func text(_ value: String) { data(Array(value.utf8)) }

    mutating func choice(_ value: some RawRepresentable<UInt8>) { bytes.append(value.rawValue) }

    mutating func optional<Value>(_ value: Value?, _ write: (inout FieldWriter, Value) -> Void) {
        guard let value else { return byte(0) }
        byte(1)
        write(&self, value)
    }

    mutating func list<Value>(_ values: [Value], _ write: (inout FieldWriter, Value) -> Void) {
        varint(values.count)
        for value in values { write(&self, value) }
    }

    mutating func superseded(_ values: [OperationID]) {
        list(values.sorted()) { $0.operationID($1) }
    }
}
