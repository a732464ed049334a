// The difference of two texts as an editor reads it: by words and the space between them, with
// paragraphs that went elsewhere shown as moved.
//
// Idea: paragraphs that both texts have once and unchanged are found first. Those in the order of
// both stay, as many words of them as can be; the others have moved. What is left is compared by words (EditScript.swift), and where
// nothing but space stays between two changes, they are one. Cost: near linear; docs/benchmarks.md
// has figures for 100,000 words.

/// A stretch of words that two texts share, that one of them lacks, or that has moved.
public enum DifferencePiece: Hashable, Sendable {
    /// Stands in both.
    case kept(String)
    /// Stands only in the old text.
    case removed(String)
    /// Stands only in the new text.
    case added(String)
    /// A paragraph that stood here and stands elsewhere now; both places have the same number.
    case movedAway(String, number: Int)
    /// A paragraph that stands here and stood elsewhere.
    case movedHere(String, number: Int)
}

/// The pieces that lead from `old` to `new`, in order, for people to read.
///
/// The pieces kept, removed and moved away give back the old text; those kept, added and moved
/// here the new one. A paragraph ends at two line feeds, or at one where neither text has two
/// together. Near linear in the number of words.
public func difference(from old: String, to new: String) -> [DifferencePiece] {
    let words = Words(old, new)
    let moves = Moves(of: words)
    // What moved takes no part in the comparison; no word has these numbers.
    let old = hidden(moves.away, in: words.old, as: .max)
    let new = hidden(moves.here, in: words.new, as: .max - 1)
    var script = EditScript(old, new, fixed: moves.fixed, limit: 400)
    script.joinChanges { words.isSpace($0) }
    return pieces(of: words, script, moves: moves)
}

/// The edits that lead from `old` to `new`, word by word and as few as can be, so that they merge
/// well with what others do meanwhile.
///
/// Paragraphs that both texts have once, unchanged and in this order, are never touched.
///
/// Each place is in the text that the edits before have left. Near linear in the number of words.
public func edits(from old: String, to new: String) -> [Edit] {
    let words = Words(old, new)
    let script = EditScript(words.old, words.new, fixed: Moves(of: words).fixed, limit: 400)
    var place = 0
    return pieces(of: words, script, moves: Moves()).flatMap { piece -> [Edit] in
        switch piece {
        case .kept(let text):
            place += text.unicodeScalars.count
            return []
        case .removed(let text), .movedAway(let text, _):
            return [.delete(count: text.unicodeScalars.count, at: place)]
        case .added(let text), .movedHere(let text, _):
            defer { place += text.unicodeScalars.count }
            return [.insert(text, at: place)]
        }
    }
}

/// Words with those of moved paragraphs replaced.
private func hidden(
    _ moved: [Int: (count: Int, number: Int)],
    in words: [UInt32],
    as number: UInt32
) -> [UInt32] {
    var words = words
    for (start, move) in moved {
        for place in start..<(start + move.count) { words[place] = number }
    }
    return words
}

/// Paragraphs that stand in both texts, once each.
private struct Moves {
    /// Those in the order of both texts, by the places of their words.
    private(set) var fixed: [(old: Range<Int>, new: Range<Int>)] = []
    /// Where a paragraph that moved begins in each text, its length and its number.
    private(set) var away: [Int: (count: Int, number: Int)] = [:]
    private(set) var here: [Int: (count: Int, number: Int)] = [:]

    /// The fewest words, with the space between them, of a paragraph that counts as moved.
    private static let shortest = 5

    init() {}

    init(of words: Words) {
        let old = words.paragraphs(of: words.old).map { words.old[$0] }
        let new = words.paragraphs(of: words.new).map { words.new[$0] }
        let pairs = pairsOfUnique(old, new) { $0 }
        let staying = heaviest(pairs) { old[$0].count }
        fixed = staying.map { (old[$0.0].indices, new[$0.1].indices) }
        let stays = Set(staying.map(\.0))
        for (one, other) in pairs where !stays.contains(one) && old[one].count >= Self.shortest {
            let number = away.count
            away[old[one].startIndex] = (old[one].count, number)
            here[new[other].startIndex] = (new[other].count, number)
        }
    }
}

/// Puts both texts together, what was removed before what was added.
private func pieces(of words: Words, _ script: EditScript, moves: Moves) -> [DifferencePiece] {
    var pieces: [DifferencePiece] = []
    var (left, right) = (0, 0)
    while left < words.old.count || right < words.new.count {
        let removed = left
        while left < words.old.count, !script.keepsOld[left] { left += 1 }
        pieces += split(words.old, removed..<left, moves.away, words).map { text, number in
            number.map { .movedAway(text, number: $0) } ?? .removed(text)
        }
        let added = right
        while right < words.new.count, !script.keepsNew[right] { right += 1 }
        pieces += split(words.new, added..<right, moves.here, words).map { text, number in
            number.map { .movedHere(text, number: $0) } ?? .added(text)
        }
        let kept = left
        while left < words.old.count, right < words.new.count, script.keepsOld[left],
            script.keepsNew[right]
        {
            (left, right) = (left + 1, right + 1)
        }
        if kept < left { pieces.append(.kept(words.text(of: words.old[kept..<left]))) }
    }
    return pieces
}

/// Cuts a stretch of words where paragraphs that moved begin and end.
private func split(
    _ all: [UInt32],
    _ range: Range<Int>,
    _ moved: [Int: (count: Int, number: Int)],
    _ words: Words
) -> [(String, Int?)] {
    var found: [(String, Int?)] = []
    var (start, place) = (range.lowerBound, range.lowerBound)
    while place < range.upperBound {
        guard let move = moved[place], place + move.count <= range.upperBound else {
            place += 1
            continue
        }
        if start < place { found.append((words.text(of: all[start..<place]), nil)) }
        let end = place + move.count
        found.append((words.text(of: all[place..<end]), move.number))
        (start, place) = (end, end)
    }
    if start < range.upperBound {
        found.append((words.text(of: all[start..<range.upperBound]), nil))
    }
    return found
}
