import Prose

/// A story as its operations made it.
public struct Story: Sendable {
    /// Its id.
    public let id: StoryID
    /// Who created it.
    public let creator: MemberID
    /// The rank of its making.
    public let rank: Rank
    /// Whether its making, or anything on it, is in force.
    public internal(set) var isListed = false
    /// The short name.
    public internal(set) var slug = Register<Slug>()
    /// The fields that are not part of the document.
    public internal(set) var fields: [StoryField: Register<String>] = [:]
    /// Who has it: claims and handovers.
    public internal(set) var owner = Register<MemberID>()
    /// Who made it his own: its creator, and whoever claimed it or was handed it.
    public internal(set) var owners: Set<MemberID> = []
    /// Internal notes, in the order of ranks.
    public internal(set) var notes: [Note] = []
    /// Its drafts.
    public internal(set) var drafts: Set<DraftID> = []
    /// Gates that somebody required of every draft.
    public internal(set) var requirements: [OperationID: RequiredGate] = [:]
    /// What restricts it, in force, ended or not.
    public internal(set) var restrictions: [OperationID: Restriction] = [:]
    /// The restrictions that were ended by name.
    var lifted: Set<OperationID> = []
    /// What was asked about what is public.
    public internal(set) var requests: [OperationID: PublicAsk] = [:]
    /// The requests to drop a correction.
    public internal(set) var drops: [OperationID: CorrectionDropAsk] = [:]
    /// Who seconded which request.
    public internal(set) var seconds: [OperationID: [Second]] = [:]
    /// The receipts with a number that count, in public order.
    public internal(set) var events: [PublicEvent] = []
    /// The answers without a number, by the request.
    public internal(set) var answers: [OperationID: SilentAnswer] = [:]
    /// The digests of the receipts' public texts.
    var receiptTexts: [OperationID: Bytes32] = [:]
    /// Erasures asked for and ordered.
    public internal(set) var erasures: [OperationID: ErasureAsk] = [:]
    /// The entries that were emptied by law.
    public internal(set) var erased: Set<EntryID> = []
    /// Critical operations of a newer Stet: the story is read-only here.
    public internal(set) var newer: Set<OperationID> = []
    /// The text changes that are set aside, by their numbers.
    var hidden: Set<Int> = []
    /// Who adopted which set-aside text change.
    var adopters: [Int: MemberID] = [:]

    /// The slug that is shown.
    public var name: String { slug.shown?.description ?? id.short }

    /// The receipts that published content, in public order.
    public var history: [PublicReceipt] { events.compactMap(\.receipt) }

    /// The last publication; nil before the first.
    public var live: PublicReceipt? { events.last { $0.issue != nil }?.receipt }

    /// The restrictions that stand.
    public var standingRestrictions: [Restriction] {
        restrictions.filter { !lifted.contains($0.key) }.values
            .sorted { $0.operation < $1.operation }
    }
}

/// An internal note on a story.
public struct Note: Sendable, Hashable {
    /// Its rank.
    public let rank: Rank
    /// Who wrote it.
    public let author: MemberID
    /// What it says.
    public let text: String
}

/// A gate that somebody required.
public struct RequiredGate: Sendable, Hashable {
    /// Who.
    public let member: MemberID
    /// What, and why.
    public let act: GateRequirement
}

/// A restriction, with who set it.
public struct Restriction: Sendable, Hashable {
    /// The operation that set it.
    public let operation: OperationID
    /// Who.
    public let member: MemberID
    /// What.
    public let act: RestrictionSetting
}

/// Text that is to be emptied by law.
public struct ErasureAsk: Sendable, Hashable {
    /// Who asked.
    public let member: MemberID
    /// What.
    public let act: ErasureRequest
    /// Who ordered it; nil while nobody did.
    public internal(set) var orderedBy: MemberID?
}
