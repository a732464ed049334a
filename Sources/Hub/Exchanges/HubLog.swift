package import Ledger
package import Newsroom
package import Store

/// Where a hub keeps the entries of one newsroom: all that an exchange needs of it (ledger.md 7.4).
///
/// SQLite in one process stands behind it today; a log that several processes share can take its
/// place, and nothing else notices. Entries are numbered 1, 2, 3, … in the order of arrival, causes
/// first.
package protocol HubLog: Sendable {
    /// The life of the database: 32 hexadecimal digits, others once it was made anew or restored.
    func epoch() async throws -> String

    /// Takes in what belongs here, all in one transaction; asking twice changes nothing.
    func append(_ entries: [[UInt8]]) async throws -> Reception

    /// What arrived after a number, as much as fits, and how far the log goes at that moment.
    ///
    /// The first entry is there however large it is.
    func arrivals(after number: Int, limitBytes: Int) async throws -> ArrivalPage

    /// The chain of a head above a place, causes first, as much as fits; empty where the head is
    /// not here.
    func chain(
        of head: EntryID,
        after place: UInt64?,
        limitBytes: Int
    ) async throws -> (entries: [Entry], isWhole: Bool)

    /// All heads, and the number of the newest entry at that moment.
    func heads() async throws -> (heads: LogHeads, last: Int)
}

/// A stretch of a hub's order of arrival.
package struct ArrivalPage: Sendable {
    /// The entries as they were received, with their numbers, ascending.
    package var entries: [(number: Int, bytes: [UInt8])]
    /// The number of the newest entry of all.
    package var last: Int
    /// One hash over all heads, if the page reaches the newest entry.
    package var root: Bytes32?

    /// Takes the parts.
    package init(entries: [(number: Int, bytes: [UInt8])], last: Int, root: Bytes32?) {
        self.entries = entries
        self.last = last
        self.root = root
    }
}
