import Ledger
import Newsroom
import Signing

/// A device of somebody in an invented newsroom, with its one log.
struct InventedDevice {
    /// Every log of an invented newsroom has this random number.
    static let incarnation: UInt64 = 1

    let key: SigningKey
    let device: DeviceKey
    let log: LogID

    /// Grows the key from a name, the same in each run.
    init(_ name: String, seed: UInt64) throws {
        key = try SigningKey(seed: digest(Array("stet-lab device \(name) \(seed)".utf8)).bytes)
        guard let bytes = Bytes32(key.publicKey) else { throw SigningError.damagedKey }
        device = DeviceKey(bytes)
        log = LogID(of: device, incarnation: Self.incarnation)
    }

    /// The device at a time, to ask a newsroom what it may write.
    func author(at claimed: Moment) -> Author {
        Author(device: device, log: log, claimed: claimed) { statement in
            guard let seal = Seal(try key.sign(statement.bytes)) else {
                throw SigningError.damagedKey
            }
            return seal
        }
    }
}

/// The chains of all devices, and the entries that no other follows: everybody sees everything, but
/// where two write at once.
struct InventedLog {
    /// The newest entry of a device, or one that no other follows.
    struct Tip {
        let id: EntryID
        let seq: UInt64
        let lamport: UInt64
    }

    private var newsroom: NewsroomID?
    private var tips: [DeviceKey: Tip] = [:]
    private(set) var heads: [Tip] = []
    /// How many entries were written.
    private(set) var count = 0

    /// Signs the next entry of a device upon these heads.
    mutating func write(
        _ operations: [Operation],
        by author: InventedDevice,
        at claimed: Moment,
        upon seen: [Tip]
    ) throws -> Entry {
        let tip = tips[author.device]
        let causes = seen + (tip.map { [$0] } ?? [])
        let draft = EntryDraft(
            newsroom: newsroom,
            author: author.device,
            incarnation: InventedDevice.incarnation,
            seq: tip.map { $0.seq + 1 } ?? 0,
            prev: tip?.id,
            lamport: 1 + (causes.map(\.lamport).max() ?? 0),
            claimed: claimed,
            parents: seen.map(\.id).filter { $0 != tip?.id },
            operations: operations
        )
        let entry = try draft.signedUnchecked(by: author.key.sign)
        if newsroom == nil { newsroom = entry.belongsTo }
        let new = Tip(id: entry.id, seq: entry.seq, lamport: entry.lamport)
        heads.removeAll { head in causes.contains { $0.id == head.id } }
        heads.append(new)
        tips[author.device] = new
        count += 1
        return entry
    }
}
