import Newsroom

/// The words for a refusal's reason, and what to do about it (newsroom.md 4.4 and 11).
struct ReasonWords {
    /// The reason, after "cannot release `budget-2026`: ".
    let reason: String
    /// What to type next; nil where nothing helps.
    let hint: String?

    /// Puts a reason into words; `view` gives the names of people.
    init(of blocker: Blocker, in view: View?) {
        let gate = blocker.gate.map { "\($0)" } ?? "the gate"
        let member = blocker.member.flatMap { view?.members[$0]?.name } ?? "somebody"
        switch blocker.code {
        case .gate:
            self.init("\(gate) has not cleared this text", "`gates` shows who may clear it")
        case .objection:
            self.init("\(member) asks for changes at \(gate)", "`gates` shows the note")
        case .hold: self.init("held by \(member)", "`lift hold REASON` ends it")
        case .nfp:
            self.init("marked not for publication by \(member)", "`lift nfp REASON` ends it")
        case .spiked: self.init("spiked by \(member)", "`unspike` brings it back")
        default: self.init(of: blocker.code)
        }
    }

    /// Puts a reason into words that name nobody.
    init(of code: RefusalCode) {
        let plain = Self.plain[code]
        self.init(plain?.reason ?? code.rawValue, plain?.hint)
    }

    private init(_ reason: String, _ hint: String?) {
        self.reason = reason
        self.hint = hint
    }

    /// The reasons that name nobody.
    private static let plain: [RefusalCode: (reason: String, hint: String?)] = [
        .gate: ("a gate has not cleared this text", "`gates` shows which"),
        .objection: ("somebody asks for changes", "`gates` shows the note"),
        .closed: ("it went out already", "`update`, `correct` or `refile` opens a new draft"),
        .unsubmitted: ("it is not submitted", "`submit` hands it to the reviewers"),
        .behind: ("another version went live since", "open a new draft from the live version"),
        .overlap: ("two people changed one sentence", "`conflicts` shows it; then `settle`"),
        .values: ("a field has two values", "`fields` shows them; `set` one"),
        .fields: (
            "headline, section, language or text is empty", "`fields` shows what is there"
        ),
        .slug: ("another story went out under this slug", "`set slug` gives it another"),
        .limit: ("it is too long, or not of its form", nil),
        .scalar: ("it holds a character that may not stand there", "`show` names it: <U+…>"),
        .missing: ("something it names is not here", "`sync` may bring it"),
        .newer: ("it holds operations of a newer stet", "upgrade stet on this machine"),
        .genesis: ("this newsroom exists", nil),
        .key: ("this device belongs to somebody already", "`members` lists the devices"),
        .base: ("nothing of it was published", "open it and change it as it is"),
        .parents: ("it builds on text that is not in this draft", nil),
        .position: ("the place is beyond the text", "`show` prints the text as it stands"),
        .hash: ("the text changed since it was saved", "`save` it again"),
        .contributor: (
            "you changed it since this gate last cleared it",
            "somebody else has to clear it: nobody signs off his own copy"
        ),
        .same: ("another reviewer objects to this same text", "`gates` shows the note"),
        .empty: ("there is nothing to say or settle", nil),
        .clearance: ("a clearance is for another text", "`gates` shows which"),
        .superseded: ("somebody asked again", nil),
        .press: ("this device is not the press", "an admin says `appoint press` on that device"),
        .chain: ("the receipt does not follow the last one", nil),
        .right: ("you lack the right", "`members` shows who may; an admin grants it"),
        .device: ("this device belongs to nobody yet", "an admin adds it; then `sync`"),
        .removed: ("the story was removed by law", nil),
        .spiked: ("it is spiked", "`unspike` brings it back"),
        .erased: ("the text at this hash was erased by law", nil),
        .checks: ("a check of the newsroom blocks it", "`gates` shows what is wrong"),
        .hold: ("it is held", "`lift hold REASON` ends it"),
        .nfp: ("it is marked not for publication", "`lift nfp REASON` ends it"),
        .embargo: ("an embargo lasts beyond that time", "`lift embargo REASON` ends it"),
        .withheld: ("it was withheld since", "ask again"),
        .invite: ("this invite was used", nil),
        .`self`: ("nobody gives rights to himself", "another admin does"),
        .root: ("only a root key does that", "type the root code from paper"),
        .downward: (
            "an admin acts on staff only, and freezes only another admin", "a root key decides"
        ),
        .desk: ("the desk is always among the gates", nil),
        .owner: ("somebody else has it", "he can hand it over: `hand to`"),
        .unspike: ("somebody else spiked it", "an editor brings it back"),
        .waive: ("this gate cannot be waived", nil),
        .theirs: ("another gave it", "`overrule` answers it over his head"),
        .lift: ("it is a legal one", "the lawyer lifts it"),
        .early: ("an embargo lasts beyond that time", "release it later"),
        .cancelled: ("the release was cancelled", "ask again"),
        .state: ("the public status does not allow it", "`list` shows it"),
        .second: ("a second publisher must agree", "another says `second`"),
        .readback: ("you had a hand in it", "somebody else reads it back"),
        .erase: ("the entry holds more than text", nil),
        .log: ("this log was closed before it", nil),
        .held: ("the log has two histories", "do it again"),
        .seal: ("a seal that its proof needs is broken", nil),
        .text: ("a character may not stand in a page", nil),
        .markdown: ("the text uses something that is not published", nil),
        .picture: ("the picture cannot be published", nil),
        .address: ("the slug has no letter", "`set slug` gives it one"),
    ]
}
