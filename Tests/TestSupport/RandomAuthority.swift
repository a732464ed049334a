package import Newsroom

/// A random history of authority: admins A, B, C, staff E, P, W, forks, new incarnations, any
/// claimed past; after the generator of the reference model.
package struct RandomAuthority {
    /// An entry of it.
    package struct Made: Sendable {
        /// Its shape.
        package let facts: EntryFacts
        /// What was done.
        package let acts: [ModelAct]
    }

    /// The entries so far, causes first.
    package private(set) var entries: [Made] = []
    /// For whom each device was ever claimed, in the order of claims.
    package private(set) var claims: [(key: DeviceKey, member: MemberID)] = []
    private var random: SplitMix64
    private var counter: UInt64 = 0
    private var last: EntryID?

    /// The one root key.
    package static let root = DeviceKey(number(900))
    /// The admins that root made.
    package static let admins = [1, 2, 3].map { MemberID(number($0)) }
    /// The people that the first admin hired.
    package static let staff = [4, 5, 6].map { MemberID(number($0)) }

    /// Founds the newsroom of the model.
    package init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        let founding = Self.admins.flatMap { member in
            [grant(member, .everything), add(member, Self.firstDevice(of: member))]
        }
        write(Self.root, founding, after: [])
        let held: [Capabilities] = [
            [.write, .edit, .clearing(.desk), .clearing(.legal)], [.write, .edit, .publish],
            [.write],
        ]
        let hiring = zip(Self.staff, held).flatMap { member, rights in
            [grant(member, rights), add(member, Self.firstDevice(of: member))]
        }
        write(Self.firstDevice(of: Self.admins[0]), hiring, after: last.map { [$0] } ?? [])
        last = entries.last?.facts.id
    }

    /// Lets anybody write so many entries.
    package mutating func grow(_ count: Int) {
        for _ in 0..<count {
            let keys = devices + [Self.root]
            act(keys[below(keys.count)], seeing: entries.map(\.facts.id), mostParents: 2)
        }
    }

    /// One entry by a device: perhaps a fork, perhaps a new incarnation, with any claimed past.
    package mutating func act(_ key: DeviceKey, seeing pool: [EntryID], mostParents: Int) {
        var parents = (0..<below(mostParents + 1)).map { _ in pool[below(pool.count)] }
        let own = entries.filter { $0.facts.device == key }
        let acts = (0..<[1, 1, 1, 2][below(4)]).map { _ in operation(by: key) }
        if own.isEmpty || chance(5) {
            if let last { parents.append(last) }
            write(key, acts, after: parents, incarnation: own.count + 1)
        } else if chance(12), key != Self.root {
            write(key, acts, after: parents, following: own[below(own.count)].facts)
        } else {
            write(key, acts, after: parents)
        }
    }

    /// Writes an entry of a device's newest log, or of a new incarnation, or after an older one.
    package mutating func write(
        _ key: DeviceKey,
        _ acts: [ModelAct],
        after parents: [EntryID],
        incarnation: Int? = nil,
        following older: EntryFacts? = nil
    ) {
        counter += 1
        let own = entries.filter { $0.facts.device == key }.map(\.facts)
        let prev = older ?? (incarnation == nil ? own.last : nil)
        let log = prev?.log ?? LogID(Self.mixed(key, UInt64(incarnation ?? 0)))
        let id = EntryID(Self.mixed(key, 1 << 40 | counter))
        let facts = EntryFacts(
            id: id,
            log: log,
            device: key,
            seq: prev.map { $0.seq + 1 } ?? 0,
            prev: prev?.id,
            parents: Set(parents).subtracting([prev?.id].compactMap(\.self)).sorted(),
            lamport: counter,
            claimed: Moment(milliseconds: 0),
            operations: []
        )
        entries.append(Made(facts: facts, acts: acts))
        for case .authority(.addDevice(let member, let key, _)) in acts {
            claims.append((key, member))
        }
        if counter == 1 { last = id }
    }

    /// The entries that no other follows, of one device or of all.
    package func heads(of key: DeviceKey? = nil) -> [EntryID] {
        let followed = Set(entries.compactMap(\.facts.prev))
        return entries.map(\.facts)
            .filter { !followed.contains($0.id) && (key == nil || $0.device == key) }
            .map(\.id)
    }

    /// The devices that were claimed for this member and for nobody else.
    package func devices(of member: MemberID) -> [DeviceKey] {
        devices.filter { key in
            claims.filter { $0.key == key }.allSatisfy { $0.member == member }
        }
    }

    private var devices: [DeviceKey] {
        var seen: Set<DeviceKey> = []
        return claims.map(\.key).filter { seen.insert($0).inserted }
    }

    /// The result of taking the entries in, in this order.
    package static func world(of entries: [Made]) -> AuthorityWorld {
        var world = AuthorityWorld(roots: [root])
        for entry in entries { world.append(entry.facts, entry.acts) }
        return world
    }

    /// The first device of a member of the founding.
    package static func firstDevice(of member: MemberID) -> DeviceKey {
        DeviceKey(mixed(DeviceKey(member.bytes), 77))
    }

    /// A number below `limit`.
    package mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    /// Whether something of so many in a hundred happens.
    package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    private static func number(_ value: UInt64) -> Bytes32 {
        mixed(DeviceKey(.zero), value)
    }

    private static func mixed(_ key: DeviceKey, _ value: UInt64) -> Bytes32 {
        var mixer = SplitMix64(seed: key.bytes.bytes.reduce(value) { ($0 &* 31) &+ UInt64($1) })
        let bytes = (0..<4).flatMap { _ in
            let word = mixer.next()
            return (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) }
        }
        return Bytes32(bytes) ?? .zero
    }
}

// What people do at random.
extension RandomAuthority {
    private func grant(_ member: MemberID, _ rights: Capabilities) -> ModelAct {
        .authority(.grant(member, rights))
    }

    private func add(_ member: MemberID, _ key: DeviceKey) -> ModelAct {
        .authority(.addDevice(member, key, consent: member))
    }

    private var everybody: [MemberID] { Self.admins + Self.staff }

    private mutating func somebody() -> MemberID { everybody[below(6)] }

    private mutating func someRights() -> Capabilities {
        (0...below(3)).reduce(into: []) { rights, _ in
            rights.insert(Capabilities(rawValue: 1 << UInt64(below(9))))
        }
    }

    private mutating func operation(by key: DeviceKey) -> ModelAct {
        switch below(100) {
        case ..<36: content()
        case ..<52: grant(somebody(), someRights())
        case ..<68: revoke()
        case ..<77: .authority(.freeze(Self.admins[below(3)]))
        case ..<86: newDevice(of: key)
        case ..<95: loseDevice(of: key)
        default: closeLog(of: key)
        }
    }

    private mutating func content() -> ModelAct {
        let gate = Capabilities.clearing(Gate.allCases[below(5)])
        switch below(8) {
        case 0: return .content("T", .write)
        case 1: return .content("T", .edit)
        case 2: return .content("P", .publish)
        case 3: return .content("P", .admin)
        case 4: return .content("P", gate)
        case 5: return .content("R", gate)
        case 6: return .content("F", [])
        default:
            let last = entries[below(entries.count)].facts
            return .adopt(from: UInt64(below(Int(last.seq) + 1)), to: last.id)
        }
    }

    private mutating func revoke() -> ModelAct {
        let member = somebody()
        return .authority(.revoke(member, someRights(), cut: cut(of: member)))
    }

    /// Some entries of the member's logs, sometimes of both branches of a fork.
    private mutating func cut(of member: MemberID) -> [EntryID] {
        let keys = Set(devices(of: member))
        let own = entries.filter { keys.contains($0.facts.device) }.map(\.facts.id)
        guard !own.isEmpty else { return [] }
        return Set((0..<below(4)).map { _ in own[below(own.count)] }).sorted()
    }

    private mutating func newDevice(of key: DeviceKey) -> ModelAct {
        counter += 1
        let author = claims.first { $0.key == key }?.member ?? Self.staff[0]
        let member = chance(50) ? author : somebody()
        let isNew = chance(80) || claims.count < 8
        let device =
            isNew
            ? DeviceKey(Self.mixed(key, 1 << 50 | counter))
            : claims[6 + below(claims.count - 6)].key
        let consent = chance(90) ? member : MemberID(.zero)
        return .authority(.addDevice(member, device, consent: consent))
    }

    private mutating func someDevice(of key: DeviceKey) -> DeviceKey {
        let author = claims.first { $0.key == key }?.member
        let own = author.map { devices(of: $0) } ?? []
        if !own.isEmpty, chance(50) { return own[below(own.count)] }
        return devices[below(devices.count)]
    }

    private mutating func loseDevice(of key: DeviceKey) -> ModelAct {
        let target = someDevice(of: key)
        let member = claims.first { $0.key == target }?.member ?? Self.staff[0]
        return .authority(.revokeDevice(target, cut: cut(of: member)))
    }

    private mutating func closeLog(of key: DeviceKey) -> ModelAct {
        let target = someDevice(of: key)
        let member = claims.first { $0.key == target }?.member ?? Self.staff[0]
        let logs = Set(entries.filter { $0.facts.device == target }.map(\.facts.log)).sorted()
        let log = logs.isEmpty ? LogID(Self.mixed(target, 0)) : logs[below(logs.count)]
        return .authority(.closeLog(log, of: target, cut: cut(of: member)))
    }
}
