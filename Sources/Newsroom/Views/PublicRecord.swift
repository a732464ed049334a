/// A receipt that published content.
public struct PublicReceipt: Sendable, Hashable {
    /// The receipt's operation.
    public let operation: OperationID
    /// What it says.
    public let issue: ReceiptIssue

    /// Its number in public order.
    public var number: Int { issue.number }
}

/// A receipt with a number: one step of the public history.
public struct PublicEvent: Sendable, Hashable {
    /// What the press did.
    public enum Content: Sendable, Hashable {
        /// It published content.
        case issue(ReceiptIssue)
        /// It changed what is public.
        case change(ReceiptStatus)
    }

    /// The receipt's operation.
    public let operation: OperationID
    /// What it says.
    public let content: Content
    /// What the press had overlooked; empty for a sound receipt.
    let faults: [RefusalCode]

    /// What it published; nil where it changed the status alone.
    public var issue: ReceiptIssue? {
        if case .issue(let act) = content { act } else { nil }
    }

    /// The receipt, if it published; nil otherwise.
    public var receipt: PublicReceipt? {
        issue.map { PublicReceipt(operation: operation, issue: $0) }
    }

    /// How it changed the status; nil where it published.
    public var change: ReceiptStatus? {
        if case .change(let act) = content { act } else { nil }
    }

    /// Its number in public order.
    public var number: Int {
        switch content {
        case .issue(let act): act.number
        case .change(let act): act.number
        }
    }

    /// The request that it answers.
    public var request: OperationID {
        switch content {
        case .issue(let act): act.request
        case .change(let act): act.request
        }
    }

    /// When, by the press's clock.
    public var time: Moment {
        switch content {
        case .issue(let act): act.time
        case .change(let act): act.time
        }
    }
}

/// An answer of the press without a number.
public enum SilentAnswer: Sendable, Hashable {
    /// Refused, with the reasons.
    case refused([RefusalReason], at: Moment, by: OperationID)
    /// The content is out already by this receipt.
    case joined(OperationID, at: Moment, by: OperationID)

    /// The receipt's operation.
    public var operation: OperationID {
        switch self {
        case .refused(_, _, let operation), .joined(_, _, let operation): operation
        }
    }
}

/// What somebody asked about what is public, with who asked.
public struct PublicAsk: Sendable, Hashable {
    /// Who.
    public let member: MemberID
    /// What.
    public let act: PublicRequest
    /// Its rank among requests.
    public let rank: Rank
    /// The readable text that his device sealed.
    public let statement: Statement
}

/// A request to drop a correction, with who asked.
public struct CorrectionDropAsk: Sendable, Hashable {
    /// Who.
    public let member: MemberID
    /// What.
    public let act: CorrectionDrop
    /// Its rank among requests.
    public let rank: Rank
    /// The readable text that his device sealed.
    public let statement: Statement
}

/// A second word on a request.
public struct Second: Sendable, Hashable {
    /// Who.
    public let member: MemberID
    /// What.
    public let act: PublicSecond
    /// The operation.
    public let operation: OperationID
    /// The readable text that his device sealed.
    public let statement: Statement
}

/// A receipt's place in the history of the whole newsroom.
package struct PublicStep: Sendable, Hashable, Comparable {
    /// Its number in public order.
    package let number: Int
    /// The receipt.
    package let operation: OperationID
    /// The story.
    package let story: StoryID
    /// Under which slug it went out; nil where the status alone changed.
    package let slug: Slug?

    /// Names a step.
    package init(number: Int, operation: OperationID, story: StoryID, slug: Slug?) {
        self.number = number
        self.operation = operation
        self.story = story
        self.slug = slug
    }

    /// Compares numbers, then receipts.
    package static func < (left: PublicStep, right: PublicStep) -> Bool {
        left.number == right.number ? left.operation < right.operation : left.number < right.number
    }
}
