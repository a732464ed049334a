/// What a device seals: plain text that a stranger checks with `openssl` (publishing.md 5.1).
///
/// A pure function of the operation, its entry and its past.
public struct Statement: Sendable, Hashable {
    /// The text: a type line, then `name: value` lines, each ended by a line feed.
    public let text: String

    /// Writes a statement of the type; values are escaped as in a document, `-` for nothing.
    init(_ type: String, _ fields: [(name: String, value: String)]) {
        text = fields.reduce("\(type)\n") { $0 + "\($1.name): \(escaped($1.value))\n" }
    }

    /// A statement that was written before, from its text.
    package init(text: String) { self.text = text }

    /// The text as it is sealed and hashed.
    public var bytes: [UInt8] { Array(text.utf8) }
}

/// Who sealed a statement, when, in which newsroom.
struct Signing: Sendable, Hashable {
    let newsroom: NewsroomID
    let member: MemberID?
    let claimed: Moment
    let device: DeviceKey

    fileprivate var start: [(name: String, value: String)] { [("newsroom", newsroom.description)] }

    fileprivate var end: [(name: String, value: String)] {
        [
            ("member", member?.description ?? "-"), ("time", claimed.utcSeconds),
            ("by", device.description),
        ]
    }

    fileprivate var by: [(name: String, value: String)] { [("by", device.description)] }
}

/// What a release's statement says of the draft and of the clearances that it relies on.
package struct ReleaseTerms: Sendable, Hashable {
    /// What the draft is for.
    package let kind: DraftKind
    /// How many clearances at each gate: `desk=1 subs=- …`.
    package let gates: String
    /// The digests of the clearances' statements.
    package let clearances: [Bytes32]
    /// Whether the gates of the policy are passed by.
    package let isEmergency: Bool

    /// Takes the parts.
    package init(kind: DraftKind, gates: String, clearances: [Bytes32], isEmergency: Bool) {
        self.kind = kind
        self.gates = gates
        self.clearances = clearances
        self.isEmergency = isEmergency
    }
}

extension Statement {
    static func device(_ act: DeviceAddition, _ signing: Signing) -> Statement {
        let fields = [("member", act.member.description), ("key", act.key.description)]
        return Statement("stet-device/1", signing.start + fields + signing.by)
    }

    static func grant(_ act: MemberGrant, _ signing: Signing) -> Statement {
        let names = act.capabilities.names.joined(separator: ",")
        let fields = [("member", act.member.description), ("capabilities", names)]
        return Statement("stet-grant/1", signing.start + fields + signing.by)
    }

    static func press(_ act: PressAppointment, _ signing: Signing) -> Statement {
        let fields = [("key", act.device.description), ("log", act.log.description)]
        return Statement("stet-press/1", signing.start + fields + signing.by)
    }

    static func clearance(_ act: GateClearance, _ signing: Signing) -> Statement {
        let fields = [
            ("story", act.story.description), ("draft", act.draft.description),
            ("gate", act.gate.description), ("content", act.hash.description),
        ]
        return Statement("stet-clearance/1", signing.start + fields + signing.end)
    }

    static func release(
        _ act: ReleaseRequest,
        _ terms: ReleaseTerms,
        _ signing: Signing
    ) -> Statement {
        let texts = terms.clearances.map(\.description).joined(separator: ",")
        let fields = [
            ("story", act.story.description), ("draft", act.draft.description),
            ("kind", "\(terms.kind)"), ("content", act.hash.description),
            ("replaces", act.replaces?.description ?? "none"), ("gates", terms.gates),
            ("slug", act.slug.description), ("clearances", texts.isEmpty ? "-" : texts),
            ("when", act.when.word), ("emergency", terms.isEmergency ? "yes" : "no"),
        ]
        return Statement("stet-release/1", signing.start + fields + signing.end)
    }

    static func reading(
        _ act: ReleaseReading,
        of release: Bytes32,
        _ signing: Signing
    ) -> Statement {
        let fields = [
            ("release", release.description), ("content", act.hash.description),
            ("verdict", "\(act.verdict)"),
        ]
        return Statement("stet-reading/1", signing.start + fields + signing.end)
    }

    static func action(_ act: PublicRequest, _ signing: Signing) -> Statement {
        let fields = [
            ("story", act.story.description), ("action", "\(act.action)"),
            ("replaces", act.replaces.description), ("note", act.note.isEmpty ? "-" : act.note),
        ]
        return Statement("stet-action/1", signing.start + fields + signing.end)
    }

    static func drop(
        _ act: CorrectionDrop,
        of receipt: Bytes32?,
        _ signing: Signing
    ) -> Statement {
        let fields = [
            ("story", act.story.description), ("receipt", receipt?.description ?? "-"),
        ]
        return Statement("stet-drop/1", signing.start + fields + signing.end)
    }

    static func second(
        _ act: PublicSecond,
        of request: Bytes32,
        _ signing: Signing
    ) -> Statement {
        Statement(
            "stet-second/1",
            signing.start + [("request", request.description)] + signing.end
        )
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
