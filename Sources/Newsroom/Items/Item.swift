/// What kind of thing needs a person (newsroom.md 8).
public enum ItemKind: String, CaseIterable, Hashable, Sendable, Comparable {
    /// A register has two different values alive.
    case values = "K01"
    /// Two people changed one sentence.
    case overlap = "K02"
    /// Two people have the story.
    case claims = "K03"
    /// Two stories have one slug.
    case slug = "K04"
    /// Two releases of different content stand, or one came too late and was not asked again.
    case releases = "K05"
    /// Two timed releases of one draft stand.
    case schedules = "K06"
    /// A restriction, requirement or spike came after the release.
    case tooLate = "K07"
    /// Somebody objects to what is live.
    case objection = "K08"
    /// Something that a receipt relied on has fallen.
    case doubt = "K09"
    /// A released draft has text or fields that did not go out.
    case leftOver = "K10"
    /// Another version went out since the draft was opened.
    case behind = "K11"
    /// Two open drafts of one kind.
    case twoDrafts = "K12"
    /// An emergency release that nobody read back.
    case unread = "K13"
    /// Operations that were set aside.
    case aside = "K14"
    /// Text or fields that came after a spike.
    case afterSpike = "K15"
    /// Not exactly one press, or receipts that do not count.
    case press = "K16"
    /// A log with two histories.
    case splitLog = "K17"
    /// An admin whose `admin` rests.
    case frozen = "K18"

    /// Compares by number.
    public static func < (left: ItemKind, right: ItemKind) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// Something that needs a person; it closes when what makes it ends.
public struct Item: Hashable, Sendable {
    /// What kind of thing.
    public let kind: ItemKind
    /// The story that it is about; nil for the newsroom as a whole.
    public let story: StoryID?
    /// The draft that it is about.
    public let draft: DraftID?
    /// The operations that make it: both sides, in the order of their names.
    public let operations: [OperationID]
    /// The values, sentences or names that a person has to choose from; for an overlap the sentence
    /// as merged, as it was, and as the author of each operation left it.
    public let sides: [String]
    /// The codes of what fell, for a doubt.
    public let codes: [RefusalCode]

    init(
        _ kind: ItemKind,
        story: StoryID? = nil,
        draft: DraftID? = nil,
        _ operations: [OperationID],
        sides: [String] = [],
        codes: [RefusalCode] = []
    ) {
        self.kind = kind
        self.story = story
        self.draft = draft
        self.operations = operations.sorted()
        self.sides = sides
        self.codes = codes
    }
}
