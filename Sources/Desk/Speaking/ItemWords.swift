import Newsroom
import SyncProtocol

/// What needs a person, in words, with both sides and the line that settles it (newsroom.md 8).
struct ItemWords {
    let lines: [StyledText]
    let facts: JSONText

    init(_ item: Item, in newsroom: Newsroom) {
        let view = newsroom.view
        let subject =
            item.draft.flatMap { view.drafts[$0] }.map { view.fullName(of: $0) }
            ?? item.story.flatMap { view.stories[$0]?.name } ?? view.name
        let doers = item.operations.compactMap { newsroom.operation($0)?.author }
            .map { view.name(of: $0) }
        let names = Set(doers).sorted()
        let by = names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
        var lines = [
            StyledText("\(subject): ", .strong) + StyledText("\(item.words)\(by)")
        ]
        let deeds = item.deeds(in: newsroom)
        let sides = item.kind == .overlap ? Self.labelled(item.sides, by: doers) : deeds
        lines += sides.map { StyledText("       \($0)").indented(by: 7) }
        lines += item.codes.map { StyledText("       \(ReasonWords(of: $0).reason)", .alarm) }
        lines.append(StyledText("       \(item.kind.settling)", .quiet))
        self.lines = lines
        facts = .object([
            "kind": .string(item.kind.rawValue), "subject": .string(subject),
            "what": .string(item.words), "who": .array(names.map(JSONText.string)),
            "sides": .array(item.sides.map(JSONText.string)),
            "did": .array(deeds.map(JSONText.string)),
        ])
    }

    /// The sides of an overlap: the sentence itself, what it was, what each made of it.
    private static func labelled(_ sides: [String], by doers: [String]) -> [String] {
        sides.enumerated().map { place, side in
            switch place {
            case 1: "before: \(side)"
            case 2... where place - 2 < doers.count: "\(doers[place - 2]): \(side)"
            default: side
            }
        }
    }
}

extension OperationStatus {
    /// What became of it, and why.
    fileprivate var reasonWord: String {
        if case .setAside(let code) = self {
            "set aside: \(ReasonWords(of: code).reason)"
        } else {
            word
        }
    }
}

extension Item {
    /// What happened; of a draft, that its release came too late.
    fileprivate var words: String {
        kind == .releases && draft != nil
            ? "its release came after another version" : kind.words
    }

    /// How many acts are told of one thing.
    private static let limit = 8

    /// Both sides: who did what, in the order of cause and effect.
    fileprivate func deeds(in newsroom: Newsroom) -> [String] {
        let view = newsroom.view
        let done = operations.compactMap { newsroom.operation($0) }
            .sorted { ($0.lamport, $0.id) < ($1.lamport, $1.id) }
        let told = done.prefix(Self.limit).map { act in
            let end = act.status.counts ? "" : " (\(act.status.reasonWord))"
            let who = act.author.map { view.name(of: $0) } ?? "root key"
            return "\(who) \(act.operation.deed(in: view))\(end)"
        }
        return done.count > told.count ? told + ["and \(done.count - told.count) more"] : told
    }
}

extension ItemKind {
    /// What happened.
    fileprivate var words: String {
        switch self {
        case .values: "there are several values"
        case .overlap: "two people changed one sentence"
        case .claims: "two people have it"
        case .slug: "two stories have this slug"
        case .releases: "two releases ask for different things"
        case .schedules: "two times are asked for"
        case .tooLate: "a restriction came after the release"
        case .objection: "somebody objects to what is live"
        case .doubt: "what a receipt relied on has fallen"
        case .leftOver: "some of its text did not go out"
        case .behind: "another version went live since"
        case .twoDrafts: "two drafts of one kind are open"
        case .unread: "it went out alone, and nobody read it back"
        case .aside: "some acts do not count"
        case .afterSpike: "it was changed after it was spiked"
        case .press: "there is not exactly one press"
        case .splitLog: "a device has two histories"
        case .frozen: "an admin is frozen"
        }
    }

    /// What settles it.
    fileprivate var settling: String {
        switch self {
        case .values: "`set` one of them"
        case .overlap: "edit it, or `settle` if it is fine"
        case .claims: "`claim` it, or `hand to` one of them"
        case .slug: "`set slug` on one"
        case .releases: "`cancel` one; `merge live` and ask again"
        case .schedules: "`release --at` the right time"
        case .tooLate: "`withhold` it, `lift` the restriction, or `clear` what is required"
        case .objection: "`retract` or `overrule` it, `withhold`, or publish a new version"
        case .doubt: "`clear` that text again, `withhold` it, or publish a new version"
        case .leftOver: "`update` the story and merge it, if it is wanted"
        case .behind: "`merge live`, or `spike` it"
        case .twoDrafts: "`merge` them, or `spike` one"
        case .unread: "somebody else says `readback stands`"
        case .aside: "`aside` lists them; do again what is wanted"
        case .afterSpike: "`unspike` it, if it is wanted"
        case .press: "an admin says `appoint press` on the right device"
        case .splitLog: "`where` says what happened; held acts are done again"
        case .frozen: "a root key grants `admin` again, or takes it"
        }
    }
}
