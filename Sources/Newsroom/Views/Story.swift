import Prose

/// A story as its operations made it.
public struct Story: Sendable {
    /// Its id.
    public let id: StoryID
    /// Who created it.
    public let creator: MemberID
    /// The short name.
    public internal(set) var slug = Register<Slug>()
    /// The fields that are not part of the document.
    public internal(set) var fields: [StoryField: Register<String>] = [:]
    /// Its drafts, in the order of their ids.
    public internal(set) var drafts: Set<DraftID> = []
    /// The receipts that count, by number.
    public internal(set) var receipts: [Int: PublicReceipt] = [:]
    /// The history of all its drafts' texts.
    var graph = EventGraph()
    /// The text changes by the entries that made them.
    var changes: [EntryID: TextRecord] = [:]

    /// The slug that is shown.
    public var name: String { slug.shown?.description ?? id.short }

    /// The receipts that count, in public order.
    public var history: [PublicReceipt] { receipts.values.sorted { $0.number < $1.number } }

    /// What is public now; nil before the first publication.
    public var live: PublicReceipt? { history.last }
}

/// A receipt and the operation that wrote it.
public struct PublicReceipt: Sendable, Hashable {
    /// The receipt's operation.
    public let operation: OperationID
    /// What it says.
    public let issue: ReceiptIssue

    /// Its number in public order.
    public var number: Int { issue.number }
}

/// One text change of a story.
struct TextRecord: Sendable, Hashable {
    let draft: DraftID
    let author: MemberID
    let operation: OperationID
    /// Its events in the story's graph; empty where it changed nothing.
    let events: Range<EventIndex>
    /// The version after it.
    let end: Frontier
}
