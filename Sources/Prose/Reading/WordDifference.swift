// The difference of two texts as an editor reads it: by words and the space between them.
//
// Idea: cut both texts into words, strip what begins and ends alike, and find a shortest edit
// script between the rest (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
// Cost: O((n + m) d) for d changed words; beyond `limit` changed words the middle is shown as
// replaced whole, so that a rewritten text costs no more than it helps.

/// A stretch of words that two texts share, or that one of them lacks.
public enum WordPiece: Hashable, Sendable {
    /// Stands in both.
    case kept(String)
    /// Stands only in the old text.
    case removed(String)
    /// Stands only in the new text.
    case added(String)
}

/// The pieces that lead from `old` to `new`, in order; joined they give back both texts.
public func wordDifference(from old: String, to new: String, limit: Int = 2_000) -> [WordPiece] {
    let (before, after) = (words(of: old), words(of: new))
    let shared = min(before.count, after.count)
    let head = (0..<shared).first { before[$0] != after[$0] } ?? shared
    let tail =
        (0..<(shared - head)).first {
            before[before.count - 1 - $0] != after[after.count - 1 - $0]
        } ?? (shared - head)
    let middle = EditScript(
        old: Array(before[head..<(before.count - tail)]),
        new: Array(after[head..<(after.count - tail)]),
        limit: limit
    )
    return joined(
        before[..<head].map(WordPiece.kept) + middle.pieces
            + before[(before.count - tail)...].map(WordPiece.kept)
    )
}

/// Cuts a text into runs of blank and of other scalars.
private func words(of text: String) -> [String] {
    var words: [String] = []
    var current = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if let last = current.last, last.isBlank != scalar.isBlank {
            words.append(String(current))
            current = String.UnicodeScalarView()
        }
        current.append(scalar)
    }
    return current.isEmpty ? words : words + [String(current)]
}

/// Joins neighbours of one kind, with what was removed before what was added.
private func joined(_ pieces: [WordPiece]) -> [WordPiece] {
    var result: [WordPiece] = []
    var removed = ""
    var added = ""
    func flush() {
        if !removed.isEmpty { result.append(.removed(removed)) }
        if !added.isEmpty { result.append(.added(added)) }
        (removed, added) = ("", "")
    }
    for piece in pieces {
        switch piece {
        case .removed(let text): removed += text
        case .added(let text): added += text
        case .kept(let text):
            flush()
            if case .kept(let before) = result.last {
                result[result.count - 1] = .kept(before + text)
            } else {
                result.append(piece)
            }
        }
    }
    flush()
    return result
}

private struct EditScript {
    let old: [String]
    let new: [String]
    let limit: Int

    var pieces: [WordPiece] {
        guard let rounds = rounds() else {
            return old.map(WordPiece.removed) + new.map(WordPiece.added)
        }
        return backtrack(through: rounds)
    }

    /// For each number of changes, how far each diagonal reaches; nil beyond the limit.
    private func rounds() -> [[Int: Int]]? {
        var reach = [1: 0]
        var rounds: [[Int: Int]] = []
        for changes in 0...min(limit, old.count + new.count) {
            rounds.append(reach)
            for diagonal in stride(from: -changes, through: changes, by: 2) {
                var x = start(on: diagonal, of: changes, reach)
                var y = x - diagonal
                while x < old.count, y < new.count, equal(x, y) { (x, y) = (x + 1, y + 1) }
                reach[diagonal] = x
                if x >= old.count, y >= new.count { return rounds }
            }
        }
        return nil
    }

    private func start(on diagonal: Int, of changes: Int, _ reach: [Int: Int]) -> Int {
        let below = reach[diagonal - 1] ?? -1
        let above = reach[diagonal + 1] ?? -1
        let isDown = diagonal == -changes || (diagonal != changes && below < above)
        return isDown ? above : below + 1
    }

    private func equal(_ x: Int, _ y: Int) -> Bool { old[x].utf8.elementsEqual(new[y].utf8) }

    private func backtrack(through rounds: [[Int: Int]]) -> [WordPiece] {
        var pieces: [WordPiece] = []
        var (x, y) = (old.count, new.count)
        for (changes, reach) in rounds.enumerated().reversed() {
            let diagonal = x - y
            let begin = start(on: diagonal, of: changes, reach)
            while x > max(begin, 0), y > max(begin - diagonal, 0) {
                (x, y) = (x - 1, y - 1)
                pieces.append(.kept(old[x]))
            }
            guard changes > 0 else { break }
            if begin == (reach[diagonal + 1] ?? -1),
                begin != (reach[diagonal - 1] ?? -1) + 1
                    || diagonal == -changes
            {
                y -= 1
                pieces.append(.added(new[y]))
            } else {
                x -= 1
                pieces.append(.removed(old[x]))
            }
        }
        return pieces.reversed()
    }
}
