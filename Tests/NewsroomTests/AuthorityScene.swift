import Newsroom

/// A newsroom of authority alone, written entry by entry as the reference model's scenes are.
///
/// Root made the admins A, B and C; A hired E (who edits and clears), P (who publishes) and W (who
/// writes). Device "a1" is the first device of member "A".
final class AuthorityScene {
    private var entries: [(facts: EntryFacts, acts: [ModelAct])] = []
    private var tips: [String: EntryFacts] = [:]
    private static let staff: [(String, Capabilities)] = [
        ("E", [.write, .edit, .clearing(.desk), .clearing(.legal)]),
        ("P", [.write, .edit, .publish]), ("W", [.write]),
    ]
    /// The entry that hired the staff.
    private(set) var last = EntryID(.zero)

    init() {
        let admins = ["A", "B", "C"].flatMap { name in
            [grant(name, .everything), add(name, name.lowercased() + "1")]
        }
        let founded = write("r0", admins)
        let hiring = Self.staff.flatMap { name, rights in
            [grant(name, rights), add(name, name.lowercased() + "1")]
        }
        last = write("a1", hiring, after: [founded])
    }

    /// Writes an entry of a device's log, behind its last one, or behind an older one: a fork.
    @discardableResult
    func write(
        _ device: String,
        _ acts: ModelAct...,
        after: [EntryID] = [],
        log: Int = 0,
        behind older: EntryID? = nil
    ) -> EntryID {
        write(device, acts, after: after, log: log, behind: older)
    }

    @discardableResult
    private func write(
        _ device: String,
        _ acts: [ModelAct],
        after: [EntryID] = [],
        log: Int = 0,
        behind older: EntryID? = nil
    ) -> EntryID {
        let prev = older.flatMap { id in entries.first { $0.facts.id == id }?.facts }
        let before = prev ?? tips["\(device)/\(log)"]
        let facts = EntryFacts(
            id: EntryID(name("\(entries.count) \(device)")),
            log: Self.log(device, log),
            device: DeviceKey(name(device)),
            seq: before.map { $0.seq + 1 } ?? 0,
            prev: before?.id,
            parents: Set(after).subtracting([before?.id].compactMap(\.self)).sorted(),
            lamport: 0,
            claimed: Moment(milliseconds: 0),
            operations: []
        )
        entries.append((facts, acts))
        tips["\(device)/\(log)"] = facts
        return facts.id
    }

    /// What became of the operation of an entry at a place.
    func status(_ entry: EntryID, _ place: Int = 0) -> String? {
        let roots = [DeviceKey(name("r0"))]
        let outcome = AuthorityWorld(roots: roots, counting: entries).outcome()
        return outcome.status[Point.Name(entry, place)]
    }

    /// The newest entry of a device's log.
    func tip(_ device: String) -> EntryID { tips["\(device)/0"]?.id ?? EntryID(.zero) }

    static func log(_ device: String, _ log: Int = 0) -> LogID { LogID(name("\(device)/\(log)")) }
}

func grant(_ member: String, _ rights: Capabilities) -> ModelAct {
    .authority(.grant(MemberID(name(member)), rights))
}

func revoke(_ member: String, _ rights: Capabilities, cut: [EntryID] = []) -> ModelAct {
    .authority(.revoke(MemberID(name(member)), rights, cut: cut))
}

func freeze(_ member: String) -> ModelAct { .authority(.freeze(MemberID(name(member)))) }

func add(_ member: String, _ device: String, consent: String? = nil) -> ModelAct {
    .authority(
        .addDevice(
            MemberID(name(member)),
            DeviceKey(name(device)),
            consent: MemberID(name(consent ?? member))
        )
    )
}

func revokeDevice(_ device: String, cut: [EntryID] = []) -> ModelAct {
    .authority(.revokeDevice(DeviceKey(name(device)), cut: cut))
}

func closeLog(_ device: String, cut: [EntryID] = []) -> ModelAct {
    let owner = DeviceKey(name(device))
    return .authority(.closeLog(AuthorityScene.log(device), of: owner, cut: cut))
}

let text = ModelAct.content("T", .write)
let receipt = ModelAct.content("F", [])

func permit(_ right: Capabilities) -> ModelAct { .content("P", right) }

func objection(_ right: Capabilities) -> ModelAct { .content("R", right) }

/// Thirty-two bytes for a short name.
private func name(_ text: String) -> Bytes32 {
    let bytes = Array(text.utf8.prefix(32))
    return Bytes32(bytes + [UInt8](repeating: 0x2e, count: 32 - bytes.count)) ?? .zero
}
