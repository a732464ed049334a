/// The events of a version, in order of arrival, a change or the start of one at a time.
struct History {
    /// Consecutive events of one change.
    struct Part {
        let change: Int
        var events: Range<UInt32>
    }

    /// Those of one version; nil for all changes there are.
    private let parts: [Part]?

    /// The whole history of a graph.
    init() { parts = nil }

    /// Some parts, ascending.
    init(_ parts: [Part]) { self.parts = parts }

    /// The history of one version of a graph.
    init(of frontier: Frontier, in graph: EventGraph) {
        guard frontier != graph.frontier else {
            parts = nil
            return
        }
        var walk = Walk(from: frontier.heads.map { UInt32($0) })
        var found: [Part] = []
        while let (start, index) = walk.next(in: graph) {
            found.append(Part(change: index, events: start..<(walk.last + 1)))
            walk.add(graph.changes.parents(of: index))
        }
        parts = found.reversed()
    }

    /// The number of parts.
    func count(in graph: EventGraph) -> Int { parts?.count ?? graph.changes.count }

    /// The part at an index.
    func part(_ index: Int, in graph: EventGraph) -> Part {
        parts?[index] ?? Part(change: index, events: graph.events(ofChange: index))
    }
}

extension EventGraph {
    /// What some versions have behind the last single event that all of it has in its past.
    ///
    /// - Returns: that event, nil for the empty text, and the parts of history after it.
    func sinceLastCritical(
        of versions: [Frontier]
    ) -> (base: UInt32?, parts: [History.Part]) {
        var walk = Walk(from: Array(Set(versions.flatMap(\.heads))).map { UInt32($0) })
        var found: [History.Part] = []
        var hasRoot = versions.contains { $0.heads.isEmpty }
        while walk.count > 1 || hasRoot, let (start, index) = walk.next(in: self) {
            found.append(History.Part(change: index, events: start..<(walk.last + 1)))
            let parents = changes.parents(of: index)
            if parents.isEmpty { hasRoot = true }
            walk.add(parents)
        }
        return (walk.greatest, found.reversed())
    }
}
