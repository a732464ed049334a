// Which word a mistyped one was meant to be: Damerau, "A technique for computer detection and
// correction of spelling errors" (CACM 7, 1964). Cost: O(n m) for words of n and m characters.

/// Finds the word that a person most likely meant.
enum Nearness {
    /// The candidate with the fewest slips, if these are few for its length.
    static func nearest(to typed: String, among candidates: [String]) -> String? {
        let ranked = candidates.map { (slips: slips(from: typed, to: $0), word: $0) }
        guard let best = ranked.min(by: { $0.slips < $1.slips }),
            best.slips <= max(1, min(typed.count, best.word.count) / 3)
        else { return nil }
        return best.word
    }

    /// How many letters were missed, added, changed or swapped with a neighbour.
    static func slips(from typed: String, to meant: String) -> Int {
        let (from, to) = (Array(typed), Array(meant))
        var before: [Int] = []
        var above = Array(0...to.count)
        for row in from.indices {
            var line = [row + 1]
            for column in to.indices {
                let change = above[column] + (from[row] == to[column] ? 0 : 1)
                var least = min(change, above[column + 1] + 1, line[column] + 1)
                let isSwap =
                    row > 0 && column > 0 && from[row] == to[column - 1]
                    && from[row - 1] == to[column]
                if isSwap { least = min(least, before[column - 1] + 1) }
                line.append(least)
            }
            (before, above) = (above, line)
        }
        return above[to.count]
    }
}
