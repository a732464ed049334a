// The prev chains of logs. A log is one chain unless its device was copied or restored; then it
// is a tree of branches, and an entry is at or below another if the way down meets it.

extension CausalHistory {
    /// Whether an entry is another one of its log, or an ancestor of it along `prev`.
    ///
    /// O(branches on the way).
    package func isAtOrBelow(_ entry: Int, _ head: Int) -> Bool {
        guard entry < nodes.count, nodes[entry].log == nodes[head].log else { return false }
        var head = head
        while nodes[head].branch != nodes[entry].branch {
            let root = branches[Int(nodes[head].branch)].root
            guard root >= 0 else { return false }
            head = Int(root)
        }
        return nodes[entry].seq <= nodes[head].seq
    }

    /// For each split log the lowest seq that two entries of a closed set share.
    package func forkPoints(in scope: Past) -> [Int32: UInt64] {
        splits.compactMapValues { pairs in
            pairs.filter { scope.contains($0.first) && scope.contains($0.second) }
                .map { nodes[$0.first].seq }
                .min()
        }
    }

    /// The entries of a stretch of one log, from `first` up to the one at `last`, highest first.
    package func stretch(from first: UInt64, to last: Int) -> [Int] {
        var places: [Int] = []
        var next = last
        while next >= 0, nodes[next].seq >= first {
            places.append(next)
            next = Int(nodes[next].prev)
        }
        return places
    }
}
