import Foundation
import Ledger
import Newsroom
import Signing

/// The published vectors of the entry format, by name.
struct Vectors {
    private let values: [String: String]

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/Vectors/entries.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        values = Dictionary(
            uniqueKeysWithValues: lines.filter { !$0.hasPrefix("#") }.map { line in
                let parts = line.split(separator: " ", maxSplits: 1)
                return (String(parts[0]), String(parts[1]))
            }
        )
    }

    /// The value in hexadecimal digits.
    func hex(_ name: String) -> String { values[name] ?? "" }

    /// The value's bytes.
    func bytes(_ name: String) -> [UInt8] { LedgerTests.bytes(hex(name)) }

    /// Entry 2 as it travels.
    var thirdEntry: [UInt8] { bytes("header-2") + bytes("signature-2") + bytes("payload-2") }

    /// Entry 0, built by our own encoder.
    func genesis() throws -> Entry {
        try EntryDraft(
            newsroom: nil,
            author: rootKey(),
            incarnation: 0x0102_0304_0506_0708,
            seq: 0,
            prev: nil,
            lamport: 1,
            claimed: Moment(milliseconds: 1_767_225_600_000),
            parents: [],
            operations: [
                .found(NewsroomFounding(roots: [rootKey()], name: "Example", rules: 1)),
                .admit(MemberAdmission(name: "Ana", proof: [])),
            ]
        ).signed(by: root().sign)
    }

    /// Entry 1, built by our own encoder.
    func second() throws -> Entry {
        let genesis = try genesis()
        let (seal, member) = (
            Seal([UInt8](repeating: 0x5e, count: 64)), MemberID(madeBy: genesis.id)
        )
        guard let seal, let proof = Seal(bytes("proof-1")),
            let key = DeviceKey(hex: hex("device-key"))
        else { throw SigningError.damagedKey }
        return try EntryDraft(
            newsroom: genesis.belongsTo,
            author: rootKey(),
            incarnation: 0x0102_0304_0506_0708,
            seq: 1,
            prev: genesis.id,
            lamport: 2,
            claimed: Moment(milliseconds: 1_767_225_601_000),
            parents: [],
            operations: [
                .addDevice(
                    DeviceAddition(
                        member: member,
                        key: key,
                        label: "laptop",
                        proof: proof,
                        seal: seal
                    )
                ),
                .grant(MemberGrant(member: member, capabilities: .everything, seal: seal)),
            ]
        ).signed(by: root().sign)
    }

    private func root() throws -> SigningKey { try SigningKey(seed: Array(0..<32)) }

    private func rootKey() throws -> DeviceKey {
        guard let key = Bytes32(try root().publicKey) else { throw SigningError.damagedKey }
        return DeviceKey(key)
    }
}

/// The bytes that hexadecimal digits spell.
func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
}
