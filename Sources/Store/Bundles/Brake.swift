import Ledger
import Newsroom

/// Stops an import before it sets many operations aside that count now (ledger.md 5.4): a bundle
/// with somebody's removal may be right, but a person should have seen what it does.
struct Brake {
    private static let limit = 20
    /// Entries that came with the same import: nobody relies on them yet.
    let fresh: Set<EntryID>

    /// Looks at the operations that became something else when a batch was folded.
    ///
    /// - Throws: `StoreError.sweeping`.
    func check(
        _ flipped: [OperationID],
        besides batch: [Entry],
        in newsroom: Newsroom
    ) throws(StoreError) {
        guard flipped.count > Self.limit else { return }
        let new = fresh.union(batch.map(\.id))
        let aside = Set(flipped).filter { operation in
            guard !new.contains(operation.entry),
                case .setAside = newsroom.status(of: operation)
            else { return false }
            return true
        }
        guard aside.count <= Self.limit else { throw .sweeping(aside.sorted()) }
    }
}
