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
    /// The text at `frontier`.
    ///
    /// Set-aside inserts do not show and set-aside deletes do not delete, while everybody else's
    /// places stay right. O(n) for sequential history of n events.
    public func document(
        at frontier: Frontier,
        settingAside ranges: [Range<EventIndex>] = []
    ) -> Document {
        MergeState(replaying: self, to: frontier, settingAside: ranges).document
    }
}

extension MergeState {
    /// The scalars that show, in order.
    var visible: [EventIndex] {
        order.filter { event in
            guard let item = items[event] else { return false }
            return !item.isDeleted && !isHidden(event)
        }
    }

    fileprivate var document: Document {
        let visible = visible
        var text = String.UnicodeScalarView()
        text.append(contentsOf: visible.compactMap { graph.scalars[$0] })
        return Document(text: String(text), scalarCount: visible.count, runs: runs(of: visible))
    }

    private func runs(of visible: [EventIndex]) -> [Document.Run] {
        var runs: [Document.Run] = []
        for (offset, event) in visible.enumerated() {
            let change = graph.changes[graph.changeIndex(of: event)]
            if let last = runs.last, last.events.upperBound == event,
                change.events.lowerBound < event
            {
                runs[runs.count - 1] = Document.Run(
                    events: last.events.lowerBound..<(event + 1),
                    offset: last.offset
                )
            } else {
                runs.append(Document.Run(events: event..<(event + 1), offset: offset))
            }
        }
        return runs
    }
}
