/// What a device seals: plain text that a stranger checks with `openssl` (publishing.md 5.1).
public struct Statement: Sendable, Hashable {
    /// The text: a type line, then `name: value` lines, each ended by a line feed.
    public let text: String

    /// Writes a statement of the type; values are escaped as in a document, `-` for nothing.
    init(_ type: String, _ fields: [(name: String, value: String)]) {
        text = fields.reduce("\(type)\n") { $0 + "\($1.name): \(escaped($1.value))\n" }
    }

    /// The text as it is sealed and hashed.
    public var bytes: [UInt8] { Array(text.utf8) }
}

extension View {
    /// The statement of an operation by a device at a claimed time; nil where it carries no seal.
    ///
    /// A pure function of the operation, its entry and its past.
    public func statement(
        of operation: Operation,
        by device: DeviceKey,
        claimed: Moment
    ) -> Statement? {
        guard let id else { return nil }
        let newsroom = ("newsroom", id.description)
        let end = [
            ("member", owner(of: device)?.id.description ?? "-"), ("time", claimed.utcSeconds),
            ("by", device.description),
        ]
        let by = ("by", device.description)
        switch operation {
        case .addDevice(let act):
            return Statement(
                "stet-device/1",
                [newsroom, ("member", act.member.description), ("key", act.key.description), by]
            )
        case .grant(let act):
            let names = act.capabilities.names.joined(separator: ",")
            return Statement(
                "stet-grant/1",
                [newsroom, ("member", act.member.description), ("capabilities", names), by]
            )
        case .appointPress(let act):
            return Statement(
                "stet-press/1",
                [newsroom, ("key", act.device.description), ("log", act.log.description), by]
            )
        case .clear(let act):
            let fields = [
                newsroom, ("story", act.story.description), ("draft", act.draft.description),
                ("gate", act.gate.description), ("content", act.hash.description),
            ]
            return Statement("stet-clearance/1", fields + end)
        case .askRelease(let act):
            return Statement("stet-release/1", [newsroom] + fields(of: act) + end)
        default:
            return nil
        }
    }

    private func fields(of act: ReleaseRequest) -> [(name: String, value: String)] {
        let relied = clearances(of: act)
        let texts = relied.map { digest($0.statement.bytes).description }
        return [
            ("story", act.story.description), ("draft", act.draft.description),
            ("kind", drafts[act.draft].map { "\($0.kind)" } ?? "-"),
            ("content", act.hash.description), ("replaces", act.replaces?.description ?? "none"),
            ("gates", gateCounts(of: act)), ("slug", act.slug.description),
            ("clearances", texts.isEmpty ? "-" : texts.joined(separator: ",")),
            ("when", act.when.word), ("emergency", "no"),
        ]
    }

    /// The clearances that a release relies on, in the order of gates, then of their names.
    public func clearances(of act: ReleaseRequest) -> [Clearance] {
        act.clearances.sorted()
            .compactMap { drafts[act.draft]?.clearances[$0] }
            .sorted { $0.act.gate.rawValue < $1.act.gate.rawValue }
    }

    /// How many clearances a release relies on at each gate: `desk=1 subs=- …`.
    public func gateCounts(of act: ReleaseRequest) -> String {
        let relied = clearances(of: act)
        return Gate.allCases.map { gate in
            let count = relied.count { $0.act.gate == gate }
            return "\(gate)=\(count == 0 ? "-" : String(count))"
        }.joined(separator: " ")
    }
}

extension ReleaseTime {
    /// `now`, or the time in UTC seconds.
    var word: String {
        switch self {
        case .now: "now"
        case .at(let moment): moment.utcSeconds
        }
    }
}
