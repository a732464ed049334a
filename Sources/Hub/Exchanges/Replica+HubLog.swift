package import Ledger
package import Newsroom
package import Store

/// The log of a replica in SQLite. What is read together is read in one step of the actor, so that
/// no entry comes between a page and the root that is told with it.
extension Replica: HubLog {
    package func append(_ entries: [[UInt8]]) throws -> Reception { try receive(entries) }

    package func arrivals(after number: Int, limitBytes: Int) throws -> ArrivalPage {
        let last = try lastArrival()
        // Nothing new is the commonest answer, and costs one look at an index.
        let found =
            number < last
            ? try entries(after: number, limitBytes: limitBytes).prefix(Frames.maximumEntries) : []
        let isWhole = (found.last?.arrival ?? number) >= last
        return ArrivalPage(
            entries: found.map { ($0.arrival, $0.bytes) },
            last: last,
            root: isWhole ? frontier.root : nil
        )
    }

    package func chain(
        of head: EntryID,
        after place: UInt64?,
        limitBytes: Int
    ) throws -> (entries: [Entry], isWhole: Bool) {
        var (found, bytes) = ([Entry](), 0)
        for id in chain(to: head, after: place) {
            guard let entry = try entry(id) else { continue }
            bytes += entry.bytes.count
            guard found.isEmpty || (bytes <= limitBytes && found.count < Frames.maximumEntries)
            else { return (found, false) }
            found.append(entry)
        }
        return (found, true)
    }

    package func heads() throws -> (heads: LogHeads, last: Int) { (frontier, try lastArrival()) }
}
