import Prose

/// The text at one version and who wrote what, as `Document` tells it.
struct NaiveDocument {
    /// Scalars that were inserted one after the other by one change.
    struct Run: Hashable {
        let events: Range<EventIndex>
        let offset: Int
    }

    let text: String
    let runs: [Run]
}

extension NaiveGraph {
    /// The text at `frontier`.
    ///
    /// Set-aside inserts do not show and set-aside deletes do not delete, while everybody else's
    /// places stay right. O(n) for sequential history of n events.
    func document(
        at frontier: Frontier,
        settingAside ranges: [Range<EventIndex>] = []
    ) -> NaiveDocument {
        NaiveMerge(replaying: self, to: frontier, settingAside: ranges).document
    }
}

extension NaiveMerge {
    /// The scalars that show, in order.
    var visible: [EventIndex] {
        order.filter { event in
            guard let item = items[event] else { return false }
            return !item.isDeleted && !isHidden(event)
        }
    }

    var document: NaiveDocument {
        let visible = visible
        var text = String.UnicodeScalarView()
        text.append(contentsOf: visible.compactMap { graph.scalars[$0] })
        return NaiveDocument(text: String(text), runs: runs(of: visible))
    }

    private func runs(of visible: [EventIndex]) -> [NaiveDocument.Run] {
        var runs: [NaiveDocument.Run] = []
        for (offset, event) in visible.enumerated() {
            let change = graph.changes[graph.changeIndex(of: event)]
            if let last = runs.last, last.events.upperBound == event,
                change.events.lowerBound < event
            {
                runs[runs.count - 1] = NaiveDocument.Run(
                    events: last.events.lowerBound..<(event + 1),
                    offset: last.offset
                )
            } else {
                runs.append(NaiveDocument.Run(events: event..<(event + 1), offset: offset))
            }
        }
        return runs
    }
}
