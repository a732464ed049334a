import Newsroom

/// Stories of invented words, and revisions that replace a word or two, as a seed decides.
struct InventedRevisions {
    private(set) var texts: [String] = []
    private let words: Int
    private var state: UInt64
    private static let syllables = ["ka", "lo", "mi", "ren", "ta", "su", "vel", "do", "pa", "ne"]

    init(words: Int, seed: UInt64) {
        self.words = words
        state = seed
    }

    /// Makes the next story.
    mutating func story(_ number: Int) -> String {
        let text = (0..<words).map { place in
            word() + (place % 12 == 11 ? ".\n" : " ")
        }.joined()
        texts.append(text)
        return text
    }

    /// Replaces one word by another, and tells the strokes.
    mutating func revise(_ number: Int) -> [TextEdit] {
        var pieces = texts[number].split(separator: " ", omittingEmptySubsequences: false)
        let place = Int(next() % UInt64(pieces.count - 1))
        let old = pieces[place]
        let new = word()
        let start = pieces[..<place].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
        pieces[place] = Substring(new)
        texts[number] = pieces.joined(separator: " ")
        return [.delete(old.unicodeScalars.count, at: start), .insert(new, at: start)]
    }

    private mutating func word() -> String {
        (0...Int(next() % 3)).map { _ in Self.syllables[Int(next() % 10)] }.joined()
    }

    /// Marsaglia's xorshift64*: which numbers matters little, that they repeat does.
    private mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return (state &* 2_685_821_657_736_338_717) >> 33
    }
}
