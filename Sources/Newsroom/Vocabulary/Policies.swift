/// How many members must clear at a gate.
public struct GateNeed: Hashable, Sendable {
    /// The gate.
    public var gate: Gate
    /// How many, 1 to 5.
    public var count: Int

    /// Takes the fields in the order in which they travel.
    public init(gate: Gate, count: Int) {
        self.gate = gate
        self.count = count
    }
}

/// A check of a draft before its release (newsroom.md 3.5, policy.checks).
public enum Check: UInt8, CaseIterable, Hashable, Sendable {
    /// The headline has at most so many characters.
    case headlineLength
    /// There is a standfirst.
    case standfirst
    /// There is a byline.
    case byline
    /// There are tags.
    case tags
    /// There is a picture.
    case picture
    /// The picture, if any, has alt text and credit.
    case pictureText
    /// The body has at most so many words more than commissioned.
    case wordsOver
    /// No open comment is marked blocking.
    case comments
}

extension Check: CustomStringConvertible {
    /// The word of the newsroom: "headline-length".
    public var description: String {
        switch self {
        case .headlineLength: "headline-length"
        case .standfirst: "standfirst"
        case .byline: "byline"
        case .tags: "tags"
        case .picture: "picture"
        case .pictureText: "picture-text"
        case .wordsOver: "words-over"
        case .comments: "comments"
        }
    }

    /// Finds the check by its word.
    public init?(named name: some StringProtocol) {
        guard let check = Check.allCases.first(where: { $0.description == name }) else {
            return nil
        }
        self = check
    }

    /// Whether the check compares with a number.
    public var hasLimit: Bool { self == .headlineLength || self == .wordsOver }
}

/// How strict a check is.
public enum Strictness: UInt8, CaseIterable, Hashable, Comparable, Sendable {
    /// Not made.
    case off
    /// Shown, and no more.
    case warn
    /// Stops a release.
    case block

    /// Compares strictness, `off` first.
    public static func < (left: Strictness, right: Strictness) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// One line of the policy of checks.
public struct CheckSetting: Hashable, Sendable {
    /// Which check.
    public var check: Check
    /// How strict it is.
    public var strictness: Strictness
    /// The number it compares with, if it does.
    public var limit: Int?

    /// Takes the fields in the order in which they travel.
    public init(check: Check, strictness: Strictness, limit: Int? = nil) {
        self.check = check
        self.strictness = strictness
        self.limit = limit
    }
}

/// What stands in the way of publishing (newsroom.md 4.3).
public enum RestrictionKind: Hashable, Sendable {
    /// Nothing public before a time, told in this zone, or until told.
    case embargo(until: Moment?, zone: String)
    /// Nothing public while it stands.
    case hold
    /// Not meant for the public at all.
    case notForPublication

    /// The word that editors use for it: "hold".
    public var word: String {
        switch self {
        case .embargo: "embargo"
        case .hold: "hold"
        case .notForPublication: "nfp"
        }
    }
}

/// A character of a story's text for ever: the entry that inserted it, and which of its scalars.
public struct CharacterID: Hashable, Sendable {
    /// The entry with the text change.
    public var entry: EntryID
    /// The place among the scalars that it inserted.
    public var offset: Int

    /// Takes the fields in the order in which they travel.
    public init(entry: EntryID, offset: Int) {
        self.entry = entry
        self.offset = offset
    }
}

/// What a comment is about.
public enum CommentAnchor: Hashable, Sendable {
    /// The draft as a whole.
    case draft
    /// A field.
    case field(DocumentField)
    /// The words from one character to another.
    case words(first: CharacterID, last: CharacterID)
}

/// What stays of an entry that is emptied by law.
public struct ErasedEntry: Hashable, Sendable {
    /// Which entry.
    public var entry: EntryID
    /// The digest of the payload that goes.
    public var payload: Bytes32
    /// The payload that replaces it: the same operations without their words.
    public var skeleton: [UInt8]

    /// Takes the fields in the order in which they travel.
    public init(entry: EntryID, payload: Bytes32, skeleton: [UInt8]) {
        self.entry = entry
        self.payload = payload
        self.skeleton = skeleton
    }
}
