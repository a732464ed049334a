import Ledger
import Newsroom
import Signing
import TestSupport
import Testing

/// What is written in an entry is what is read from it, whatever was done.
struct `An operation` {
    private func key() throws -> (SigningKey, DeviceKey) {
        let key = try SigningKey(seed: Array(0x20..<0x40))
        return (key, DeviceKey(try #require(Bytes32(key.publicKey))))
    }

    /// An entry with these operations, signed.
    private func entry(_ operations: [Operation]) throws -> Entry {
        let (key, device) = try key()
        let draft = EntryDraft(
            newsroom: nil,
            author: device,
            incarnation: 7,
            seq: 0,
            prev: nil,
            lamport: 1,
            claimed: Moment(milliseconds: 1_767_225_700_000),
            parents: [],
            operations: operations
        )
        return try draft.signed(by: key.sign)
    }

    @Test func `of every known type is tried below`() {
        var random = RandomOperations(seed: 1)
        let types = Set(random.oneOfEach().map(\.type))
        let known = (UInt16(0)...400).filter { type in
            // An empty body of a known type makes no sense; of an unknown one, none is asked for.
            guard let entry = try? entry([.unknown(type: type, body: [])]) else { return false }
            if case .unknown = entry.operations[0] { return false }
            return true
        }
        #expect(types == Set(known))
        #expect(types.count >= 60)
    }

    @Test(arguments: Seeds.smoke)
    func `is read as it was written`(seed: UInt64) throws {
        var random = RandomOperations(seed: seed)
        for operation in random.oneOfEach() {
            let read = try entry([operation])
            #expect(read.operations == [operation], "seed \(seed), type \(operation.type)")
            let again = try Entry(read.bytes, newsroom: nil)
            #expect(again == read, "seed \(seed), type \(operation.type)")
        }
        let all = random.oneOfEach()
        #expect(try entry(all).operations == all, "seed \(seed)")
    }

    @Test(arguments: Seeds.smoke)
    func `of a newer Stet is kept, byte for byte`(seed: UInt64) throws {
        var random = RandomOperations(seed: seed)
        let newer = (0..<20).map { number in
            Operation.unknown(type: UInt16(62 + 137 * number), body: random.bytes(number))
        }
        let read = try entry(newer)
        #expect(read.operations == newer, "seed \(seed)")
        #expect(try Entry(read.bytes, newsroom: nil).bytes == read.bytes, "seed \(seed)")
    }

    @Test(arguments: Seeds.smoke)
    func `with anything behind its last field makes no sense`(seed: UInt64) throws {
        var random = RandomOperations(seed: seed)
        for operation in random.oneOfEach() where operation.type != 85 {
            let whole = try entry([operation])
            let payload = Array(whole.bytes[whole.headerLength...])
            let body = body(of: payload, type: operation.type)
            let longer = try entry([.unknown(type: operation.type, body: body + [0])])
            #expect(
                longer.operations == [.malformed(type: operation.type, body: body + [0])],
                "seed \(seed), type \(operation.type)"
            )
        }
    }

    /// The body of the only operation of a payload: behind its type and its length.
    private func body(of payload: [UInt8], type: UInt16) -> [UInt8] {
        let start = type < 0x80 ? 1 : 2
        let end = payload[start...].firstIndex { $0 < 0x80 } ?? payload.endIndex
        return Array(payload[(end + 1)...])
    }
}
