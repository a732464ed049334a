/// Text that is gone, and where it stood.
public struct DeletedText: Hashable, Sendable {
    /// Where it stood, in scalars of the text that is left.
    public let place: Int
    /// What it was.
    public let text: String
    /// The event that inserted its first scalar.
    public let inserted: EventIndex
    /// The changes that deleted it, each by its events; more than one where they were concurrent.
    public let deleters: [Range<EventIndex>]
}

extension EventGraph {
    /// All text that is gone at a version, in the order in which it stood.
    ///
    /// O(r log r) for a history of r runs.
    public func deletedText(at frontier: Frontier) -> [DeletedText] {
        let tombstones = Tombstones(of: self, at: frontier)
        var (found, place): ([DeletedText], Int) = ([], 0)
        for stretch in tombstones.stretches {
            guard !stretch.isVisible else {
                place += stretch.inserts.count
                continue
            }
            let deleters = tombstones.deleters[stretch.inserts.lowerBound] ?? []
            let changes = Set(deleters.map { self.changes.index(of: $0) })
            let deleted = DeletedText(
                place: place,
                text: text.text(of: stretch.inserts),
                inserted: Int(runs.event(inserting: stretch.inserts.lowerBound)),
                deleters: changes.sorted().map { range(ofChange: $0) }
            )
            found.append(deleted)
        }
        return found
    }
}
