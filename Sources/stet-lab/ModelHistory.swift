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
    func differences() -> [String] {
        var world = AuthorityWorld(roots: roots.map { DeviceKey(name($0)) })
        for entry in entries {
            world.append(entry.facts, entry.operations.map(\.act))
        }
        return world.checkSelf() + differences(from: world)
    }

    private func differences(from world: AuthorityWorld) -> [String] {
        let found = world.outcome()
        var lines: [String] = []
        for entry in entries {
            for index in entry.operations.indices {
                let key = "\(entry.id)#\(index)"
                let got = found.status[Point.Name(EntryID(name(entry.id)), index)] ?? "nothing"
                if status[key] != got { lines.append("\(key): \(status[key] ?? "-"), not \(got)") }
            }
            let held = found.capabilities[EntryID(name(entry.id))] ?? []
            if Set(held.names) != Set(capabilities[entry.id] ?? []) {
                lines.append("\(entry.id): \(capabilities[entry.id] ?? []), not \(held.names)")
            }
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
    fileprivate init(named names: [String]) {
        let all = (0..<9).map { Capabilities(rawValue: 1 << $0) }
        self = all.filter { names.contains($0.names[0]) }.reduce(into: []) { $0.formUnion($1) }
    }
}
