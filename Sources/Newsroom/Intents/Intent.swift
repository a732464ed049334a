/// What somebody wants to do, before it is operations.
public enum Intent: Sendable {
    /// Take on a person, who may do nothing yet.
    case admit(name: String)
    /// Let a member do more.
    case grant(MemberID, Capabilities)
    /// Give a member a device, which signed the joining statement.
    case addDevice(MemberID, key: DeviceKey, label: String, consent: Seal)
    /// Change a setting of the newsroom.
    case setNewsroom(NewsroomField, String)
    /// Let one log of a device make things public.
    case appointPress(DeviceKey, LogID)
    /// Show a private draft to everybody, as it is now.
    case share(slug: Slug, fields: [DocumentField: String], body: String)
    /// Open a draft that starts from what is live.
    case open(DraftKind, StoryID)
    /// Set a field of a draft.
    case setField(DraftID, DocumentField, String)
    /// Rename a story.
    case setSlug(StoryID, Slug)
    /// Change a draft's text.
    case edit(DraftID, [TextEdit])
    /// Make a revision.
    case save(DraftID, note: String?)
    /// Say that the overlaps of a draft are fine as they stand.
    case settle(DraftID)
    /// Hand a draft to the reviewers, saved if it changed.
    case submit(DraftID, note: String?)
    /// Clear a draft as it is, at one gate.
    case clear(DraftID, Gate, note: String?)
    /// Ask for changes at one gate.
    case requestChanges(DraftID, Gate, note: String)
    /// Ask the press to publish a draft as it is.
    case release(DraftID, when: ReleaseTime)

    /// The word for it at the desk.
    public var verb: String {
        switch self {
        case .admit: "admit"
        case .grant: "grant"
        case .addDevice: "add"
        case .setNewsroom, .setField, .setSlug: "set"
        case .appointPress: "appoint"
        case .share: "share"
        case .open: "open"
        case .edit: "edit"
        case .save: "save"
        case .settle: "settle"
        case .submit: "submit"
        case .clear: "clear"
        case .requestChanges: "request changes on"
        case .release: "release"
        }
    }
}

/// Who acts, when he says he does, and how his device seals statements.
public struct Author {
    /// The device that will sign the entry.
    public let device: DeviceKey
    /// The time that the entry will claim.
    public let claimed: Moment
    /// Signs a statement with the device's key.
    public let seal: (Statement) throws -> Seal

    /// Takes who, when and how.
    public init(
        device: DeviceKey,
        claimed: Moment,
        seal: @escaping (Statement) throws -> Seal
    ) {
        self.device = device
        self.claimed = claimed
        self.seal = seal
    }
}

/// Why something may not be done; the Desk makes the sentence.
public struct Refusal: Error, Hashable, Sendable {
    /// The word for what was wanted.
    public let verb: String
    /// What it was wanted of: a slug or a person's name.
    public let subject: String
    /// The reasons, the first the most telling.
    public let blockers: [Blocker]

    /// Makes a refusal for one reason.
    public init(verb: String, subject: String, code: RefusalCode) {
        self.init(verb: verb, subject: subject, blockers: [Blocker(code: code)])
    }

    /// Makes a refusal for several reasons.
    public init(verb: String, subject: String, blockers: [Blocker]) {
        self.verb = verb
        self.subject = subject
        self.blockers = blockers
    }
}
