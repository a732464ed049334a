// The prev chains of logs. A log is one chain unless its device was copied or restored; then it
// is a tree of branches, and an entry is at or below another if the way down meets it.

extension CausalHistory {
    /// Whether an entry is another one of its log, or an ancestor of it along `prev`.
    ///
    /// O(branches on the way).
    package func isAtOrBelow(_ entry: Int, _ head: Int) -> Bool {
        guard entry < count, node(at: entry).log == node(at: head).log else { return false }
        var head = head
        while node(at: head).branch != node(at: entry).branch {
            let root = branches[Int(node(at: head).branch)].root
            guard root >= 0 else { return false }
            head = Int(root)
        }
        return node(at: entry).seq <= node(at: head).seq
    }

    /// For each split log the lowest seq that two entries of a closed set share.
    package func forkPoints(in scope: Past) -> [Int32: UInt64] {
        splits.compactMapValues { pairs in
            pairs.filter { scope.contains($0.first) && scope.contains($0.second) }
                .map { node(at: $0.first).seq }
                .min()
        }
    }

    /// The entries of a stretch of one log, from `first` up to the one at `last`, highest first.
    package func stretch(from first: UInt64, to last: Int) -> [Int] {
        var places: [Int] = []
        var next = last
        while next >= 0, node(at: next).seq >= first {
            places.append(next)
            next = Int(node(at: next).prev)
        }
        return places
    }
}
