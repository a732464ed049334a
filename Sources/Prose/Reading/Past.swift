/// Which changes have which in their past, for many questions about one graph.
struct Past {
    /// For each change whether everything before it is in its past.
    private let seesAll: [Bool]

    /// Reads a graph, in O(changes).
    init(of graph: EventGraph) {
        var heads: [UInt32] = []
        seesAll = (0..<graph.changes.count).map { index in
            let parents = graph.changes.parents(of: index)
            let seesAll = parents.elementsEqual(heads)
            heads.removeAll { parents.contains($0) }
            heads.append(graph.events(ofChange: index).upperBound - 1)
            return seesAll
        }
    }

    /// Whether any two changes are concurrent.
    var isForked: Bool { seesAll.contains(false) }

    /// The pairs among ascending changes that are concurrent and that no third has both seen.
    func openPairs(among touching: [Int], of graph: EventGraph) -> [(Int, Int)] {
        guard touching.count > 1 else { return [] }
        let seen = touching.indices.map { place in
            places(seenBy: touching[place], among: touching[..<place], of: graph)
        }
        var pairs: [(Int, Int)] = []
        for earlier in touching.indices {
            for later in touching[(earlier + 1)...].indices where !seen[later].contains(earlier) {
                let isClosed = seen[(later + 1)...].contains { third in
                    third.contains(earlier) && third.contains(later)
                }
                if !isClosed { pairs.append((touching[earlier], touching[later])) }
            }
        }
        return pairs
    }

    /// Which of some earlier changes are wholly in the past of a change: their places.
    private func places(
        seenBy change: Int,
        among earlier: ArraySlice<Int>,
        of graph: EventGraph
    ) -> Set<Int> {
        var waiting = earlier
        var seen: Set<Int> = []
        var walk = Walk(from: Array(graph.changes.parents(of: change)))
        while !waiting.isEmpty, let (_, index) = walk.next(in: graph) {
            let isWhole = walk.last == graph.events(ofChange: index).upperBound - 1
            while let last = waiting.last, last >= index {
                if last == index, isWhole { seen.insert(waiting.endIndex - 1) }
                waiting.removeLast()
            }
            if walk.count == 0, seesAll[index] { return seen.union(waiting.indices) }
            walk.add(graph.changes.parents(of: index))
        }
        return seen
    }
}
