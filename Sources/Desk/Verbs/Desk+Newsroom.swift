import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// The people with what they may do and their devices.
    func members() async -> Answer {
        let view = await replica.newsroom.view
        let press = view.press?.appointment.device
        var table = Table(["name", "may", "devices", "id"])
        var facts: [JSONText] = []
        for member in view.members.values.sorted(by: { ($0.name, $0.id) < ($1.name, $1.id) }) {
            let devices = view.devices.values.filter { $0.owner == member.id }
                .sorted { $0.label < $1.label }
            let labels = devices.map { $0.label + ($0.key == press ? " (press)" : "") }
            table.add([
                StyledText(member.name, .strong),
                StyledText(member.capabilities.words),
                StyledText(labels.joined(separator: ", ")), StyledText(member.id.short, .quiet),
            ])
            facts.append(
                .object([
                    "name": .string(member.name), "id": .string("\(member.id)"),
                    "capabilities": .array(member.capabilities.names.map(JSONText.string)),
                    "devices": .array(devices.map { .string("\($0.key)") }),
                ])
            )
        }
        return Answer(table.lines(within: page.width), facts: ["members": .array(facts)])
    }

    /// What happened to this folder or to somebody's log that people should know.
    func warnings() async -> [StyledText] {
        let life = await replica.life.sentence
        let forks = (try? await replica.forks().map(\.sentence)) ?? []
        let shared = await replica.sharedKeys().map(\.sentence)
        let hidden = (try? await replica.withholdings().map(\.sentence)) ?? []
        return ((life.map { [$0] } ?? []) + forks + shared + hidden).map { StyledText($0, .alarm) }
    }

    /// What only this device has, what waits, and what the press still has to answer.
    func whereIsWhat() async throws -> Answer {
        guard await replica.newsroom.count > 0 else { return try await whereNothingIs() }
        let view = await replica.newsroom.view
        let own = try await replica.privateDrafts().count
        let unsent = try await replica.unsentCount()
        let pending = try await replica.pendingEntries().count
        let hub = try await replica.hubs().first?.url
        var lines = [
            StyledText("\(view.name), as \(await replica.member?.name ?? "nobody yet")", .strong),
            StyledText(unsent == 0 ? "a hub has all" : "no hub has \(counted(unsent, "change"))"),
        ]
        if own > 0 { lines.append("only on this device: \(counted(own, "private draft"))") }
        if pending > 0 { lines.append("waiting for the past of \(counted(pending, "entry"))") }
        lines += try await asideLines()
        lines += try await erasureLines()
        lines += view.draftsAwaitingPress.map {
            StyledText("the press has not answered the release of \(view.fullName(of: $0))")
        }
        lines += try await hubLines()
        lines += await warnings()
        return Answer(
            lines,
            facts: [
                "newsroom": .string(view.name), "private": .number(own), "unsent": .number(unsent),
                "pending": .number(pending),
                "aside": .number(await replica.newsroom.notInForce.count),
                "refused": .number(try await replica.refusedEntries().count),
                "hub": hub.map { .string($0) } ?? .null,
            ]
        )
    }

    /// Where the hubs are, and when they last had everything.
    private func hubLines() async throws -> [StyledText] {
        var lines: [StyledText] = []
        for hub in try await replica.hubs() {
            let last = try await replica.lastSynced(with: hub.url)
            lines.append(StyledText("hub: \(hub.url), \(HubWords.when(last))", .quiet))
        }
        return lines.isEmpty ? [StyledText("no hub", .quiet)] : lines
    }

    /// How much does not count, or was refused.
    private func asideLines() async throws -> [StyledText] {
        let acts = await replica.newsroom.notInForce.count { $0.status != .adopted }
        let refused = try await replica.refusedEntries().count
        var lines: [StyledText] = []
        if acts > 0 {
            lines.append(StyledText("\(counted(acts, "act")) that do not count: `aside`", .alarm))
        }
        if refused > 0 {
            lines.append(StyledText("\(counted(refused, "entry")) refused: `aside`", .alarm))
        }
        return lines
    }

    /// What the law took, and what somebody left out without it.
    private func erasureLines() async throws -> [StyledText] {
        let erased = try await replica.erasedCount()
        let missing = await replica.missingContent().count
        var lines: [StyledText] = []
        if erased.all > 0 { lines.append("\(counted(erased.all, "entry")) emptied by law") }
        if erased.kept > 0 {
            let words = "\(counted(erased.kept, "entry")) kept: the order does not fit the words"
            lines.append(StyledText(words, .alarm))
        }
        if missing > 0 {
            let words = "the words of \(counted(missing, "entry")) are missing; `sync` asks again"
            lines.append(StyledText(words, .alarm))
        }
        return lines
    }

    /// Where a newcomer stands who was not let in yet.
    private func whereNothingIs() async throws -> Answer {
        let hub = try await replica.hubs().first?.url
        return Answer(
            [
                StyledText("nothing of the newsroom is here yet: an admin has to let you in"),
                StyledText(hub.map { "hub: \($0)" } ?? "no hub", .quiet),
            ],
            facts: ["newsroom": .null, "hub": hub.map { .string($0) } ?? .null]
        )
    }

    /// The member called so: the whole name, its beginning, or the beginning of the id.
    func member(_ name: String) async throws -> Member {
        let members = await replica.newsroom.view.members.values.sorted { $0.id < $1.id }
        let lowered = name.lowercased()
        let found =
            members.filter { $0.name.lowercased() == lowered }.first
            ?? members.filter {
                $0.name.lowercased().hasPrefix(lowered)
                    || (name.count >= 4 && "\($0.id)".hasPrefix(name))
            }.first
        guard let found else {
            let nearest = Nearness.nearest(to: name, among: members.map(\.name))
            throw DeskError.noMember(name, nearest: nearest)
        }
        return found
    }

    /// The sets of rights that have a name, the largest first.
    fileprivate static let presets: [(name: String, rights: Capabilities)] = [
        ("everything", .everything), ("publisher", .publisher), ("editor", .editor),
        ("writer", .writer), ("lawyer", .lawyer),
    ]

    /// The set of rights that words name: presets, or single capabilities.
    func capabilities(_ words: [String]) throws(DeskError) -> Capabilities {
        var sum: Capabilities = []
        for word in words { sum.formUnion(try Self.capabilities(word)) }
        return sum
    }

    private static func capabilities(_ word: String) throws(DeskError) -> Capabilities {
        if let preset = presets.dropFirst().first(where: { $0.name == word }) {
            return preset.rights
        }
        let single = (0..<9).map { Capabilities(rawValue: 1 << UInt64($0)) }
        if let found = single.first(where: { $0.names == [word] }) { return found }
        let allowed = presets.dropFirst().map(\.name) + Capabilities.everything.names
        throw .notOneOf(word, what: "right", allowed: allowed)
    }
}

extension Capabilities {
    /// The rights in words: the largest preset that fits, and what is more than it.
    var words: String {
        let preset = Desk.presets.first { isSuperset(of: $0.rights) }
        let more = subtracting(preset?.rights ?? []).names
        return ((preset.map { [$0.name] } ?? []) + more).joined(separator: " ")
    }
}

/// "1 change", "3 changes", "2 entries".
func counted(_ count: Int, _ word: String) -> String {
    guard count != 1 else { return "1 \(word)" }
    return word.hasSuffix("y") ? "\(count) \(word.dropLast())ies" : "\(count) \(word)s"
}
