/// What an archive keeps of the logs besides their entries.
package struct ArchivedShape: Sendable {
    /// The logs, by their numbers.
    package var logs: [LogID] = []
    /// The stretches of logs, by their numbers, with the number of the log.
    package var branches: [(log: Int32, branch: CausalHistory.Branch)] = []
    /// For each split log the entries that share a seq.
    package var splits: [Int32: [CausalHistory.Twins]] = [:]

    /// No logs.
    package init() {}

    init(
        logs: [LogID],
        branches: [(log: Int32, branch: CausalHistory.Branch)],
        splits: [Int32: [CausalHistory.Twins]]
    ) {
        self.logs = logs
        self.branches = branches
        self.splits = splits
    }
}

/// What an archive keeps of a newsroom besides entries and stories: what is in memory from the
/// start.
package struct ArchivedFrame: Sendable {
    /// The logs.
    package var shape = ArchivedShape()
    /// The entries that no other follows.
    package var heads: [EntryID] = []
    /// The operations of the newsroom as a whole.
    package var officePoints: [Point] = []
    /// The answers of the press.
    package var receiptPoints: [Point] = []
    /// The operations that are not in force.
    package var asidePoints: [Point] = []
    /// What is known of each operation of authority.
    package var marks: [UInt8] = []
    /// The sets of operations of the newsroom as a whole, by their numbers.
    package var frontiers: [[Int32]] = []
    /// The number of the set of all entries but the last, and of all.
    package var frontierBefore: Int32 = 0
    /// The number of the set of all entries.
    package var frontierAfter: Int32 = 0
    /// The requests that the press has not answered.
    package var openRequests: [OperationID: StoryID] = [:]

    /// The frame of no entries.
    package init() {}
}
