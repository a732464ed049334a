import Newsroom

/// A history as the reference model prints it, with what it expects.
struct ModelHistory: Decodable {
    struct Entry: Decodable {
        let id: String
        let device: String
        let incarnation: Int
        let seq: UInt64
        let prev: String?
        let parents: [String]
        let operations: [Operation]
    }

    struct Operation: Decodable {
        let kind: String
        let `class`: String?
        let member: String?
        let device: String?
        let log: ModelLog?
        let consent: String?
        let needs: [String]?
        let capabilities: [String]?
        let cut: [String]?
        let first: UInt64?
        let last: String?
    }

    let history: String
    let roots: [String]
    let entries: [Entry]
    let status: [String: String]
    let capabilities: [String: [String]]

    /// Where this replica decides otherwise, a line each.
    ///
    /// All is counted at once; `isStepped` has it counted after each entry as well, which must
    /// come to the same.
    func differences(isStepped: Bool) -> [String] {
        let roots = roots.map { DeviceKey(name($0)) }
        let entries = entries.map { (facts: $0.facts, acts: $0.operations.map { $0.act }) }
        let outcome = AuthorityWorld(roots: roots, counting: entries).outcome()
        let lines = differences(from: outcome)
        guard isStepped else { return lines }
        var steps = AuthorityWorld(roots: roots)
        for entry in entries { steps.append(entry.facts, entry.acts) }
        return steps.outcome() == outcome
            ? lines : lines + ["entry by entry differs from all at once"]
    }

    private func differences(from found: AuthorityWorld.Outcome) -> [String] {
        var lines: [String] = []
        for entry in entries {
            let id = EntryID(name(entry.id))
            for index in entry.operations.indices {
                let key = "\(entry.id)#\(index)"
                let got = found.status[Point.Name(id, index)] ?? "nothing"
                if status[key] != got { lines.append("\(key): \(status[key] ?? "-"), not \(got)") }
            }
            let held = found.capabilities[id] ?? []
            let expected = Capabilities(named: capabilities[entry.id] ?? [])
            guard held != expected else { continue }
            lines.append("\(entry.id): \(expected.names), not \(held.names)")
        }
        return lines
    }
}

/// A log of the model: a device and its incarnation.
struct ModelLog: Decodable {
    let device: String
    let incarnation: Int

    init(from decoder: any Decoder) throws {
        var fields = try decoder.unkeyedContainer()
        device = try fields.decode(String.self)
        incarnation = try fields.decode(Int.self)
    }

    var id: LogID { LogID(name("\(device)/\(incarnation)")) }
}

/// Thirty-two bytes for a short name of the model.
private func name(_ text: String) -> Bytes32 {
    var bytes = Array(text.utf8.prefix(32))
    bytes += [UInt8](repeating: 0x2e, count: 32 - bytes.count)
    return Bytes32(bytes) ?? .zero
}

extension ModelHistory.Entry {
    fileprivate var facts: EntryFacts {
        EntryFacts(
            id: EntryID(name(id)),
            log: LogID(name("\(device)/\(incarnation)")),
            device: DeviceKey(name(device)),
            seq: seq,
            prev: prev.map { EntryID(name($0)) },
            parents: parents.map { EntryID(name($0)) },
            lamport: 0,
            claimed: Moment(milliseconds: 0),
            operations: []
        )
    }
}

extension ModelHistory.Operation {
    fileprivate var act: ModelAct {
        let heads = (cut ?? []).map { EntryID(name($0)) }
        let rights = Capabilities(named: capabilities ?? needs ?? [])
        let member = self.member.map { MemberID(name($0)) } ?? MemberID(.zero)
        let key = device.map { DeviceKey(name($0)) } ?? DeviceKey(.zero)
        switch kind {
        case "member.grant": return .authority(.grant(member, rights))
        case "member.revoke": return .authority(.revoke(member, rights, cut: heads))
        case "member.freeze": return .authority(.freeze(member))
        case "device.add":
            let consented = consent.map { MemberID(name($0)) }
            return .authority(.addDevice(member, key, consent: consented))
        case "device.revoke": return .authority(.revokeDevice(key, cut: heads))
        case "log.close":
            guard let log else { return .content("?", rights) }
            let owner = DeviceKey(name(log.device))
            return .authority(.closeLog(log.id, of: owner, cut: heads))
        case "log.adopt":
            return .adopt(from: first ?? 0, to: EntryID(name(last ?? "")))
        default: return .content(self.class ?? "?", rights)
        }
    }
}

extension Capabilities {
    private static let byName = Dictionary(
        uniqueKeysWithValues: (0..<9).map { bit in
            let single = Capabilities(rawValue: 1 << bit)
            return (single.names[0], single)
        }
    )

    /// The set of these names; a name that we do not know is a bit that we do not have.
    fileprivate init(named names: [String]) {
        self = []
        for name in names { insert(Self.byName[name] ?? Capabilities(rawValue: 1 << 62)) }
    }
}
