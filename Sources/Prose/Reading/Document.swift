/// The text at one version, with who wrote which part of it.
public struct Document: Hashable, Sendable {
    /// Scalars of the text that were inserted one after the other by one change.
    public struct Run: Hashable, Sendable {
        /// The events that inserted them.
        public let events: Range<EventIndex>
        /// Where the run begins, in scalars.
        public let offset: Int
    }

    /// The text.
    public let text: String
    /// The length of the text in scalars.
    public let scalarCount: Int
    /// Who wrote what, in the order of the text.
    public let runs: [Run]
}

extension EventGraph {
    /// The text at `frontier` with who wrote which part of it.
    ///
    /// Set-aside inserts do not show and set-aside deletes do not delete, while everybody else's
    /// places stay right. O(r log r) for a history of r runs.
    public func document(
        at frontier: Frontier,
        settingAside ranges: [Range<EventIndex>] = []
    ) -> Document {
        let pieces = pieces(at: frontier, settingAside: ranges)
        return Document(
            text: string(of: pieces),
            scalarCount: Int(pieces.count),
            runs: attribution(of: pieces)
        )
    }

    /// The text at `frontier`, in less time than its document.
    public func text(at frontier: Frontier) -> String {
        string(of: pieces(at: frontier))
    }

    private func attribution(of pieces: borrowing PieceTree) -> [Document.Run] {
        var found: [Document.Run] = []
        var offset = 0
        pieces.visit { piece in
            var start = piece.start
            while start < piece.end {
                let events = events(inserting: start..<piece.end)
                add(events, at: offset, to: &found)
                (start, offset) = (start + UInt32(events.count), offset + events.count)
            }
        }
        return found
    }

    /// The events that inserted the first of some scalars, as far as they belong together.
    private func events(inserting scalars: Range<UInt32>) -> Range<EventIndex> {
        let first = runs.event(inserting: scalars.lowerBound)
        let run = runs[runs.index(of: first)].events
        let end = min(first + UInt32(scalars.count), run.upperBound)
        return Int(first)..<Int(end)
    }

    /// Adds a run of one change, or lets the last one grow.
    private func add(_ events: Range<EventIndex>, at offset: Int, to found: inout [Document.Run]) {
        if let last = found.last, last.events.upperBound == events.lowerBound,
            changes.starts[changes.index(of: UInt32(events.lowerBound))] < events.lowerBound
        {
            let joined = last.events.lowerBound..<events.upperBound
            found[found.count - 1] = Document.Run(events: joined, offset: last.offset)
        } else {
            found.append(Document.Run(events: events, offset: offset))
        }
    }
}
