// Words by number: comparing two texts compares words often, so equal words get one number once.
// Equal means equal bytes; Swift's own strings would call "é" and "e" with an accent the same.

/// The words of two texts, and the space between them.
struct Words {
    private(set) var old: [UInt32] = []
    private(set) var new: [UInt32] = []
    /// Both texts, one after the other.
    private let utf8: [UInt8]
    /// Where each word stands first.
    private var places: [Range<Int>] = []
    /// The words by their hashes; of two words with one hash the later has the next free one.
    private var numbers: [UInt64: UInt32] = [:]
    /// For each number the line feeds in the word.
    private var feeds: [Int] = []
    /// So many line feeds end a paragraph: one where neither text has two together.
    private var feedsOfBreak = 1

    /// Cuts two texts into runs of blank and of other scalars, in O(n).
    init(_ old: String, _ new: String) {
        utf8 = Array(old.utf8) + Array(new.utf8)
        let middle = old.utf8.count
        self.old = cut(0..<middle)
        self.new = cut(middle..<utf8.count)
        if feeds.contains(where: { $0 > 1 }) { feedsOfBreak = 2 }
    }

    /// Whether a word is space between two paragraphs.
    func isBreak(_ word: UInt32) -> Bool { feeds[Int(word)] >= feedsOfBreak }

    /// Whether a word is space within a paragraph.
    func isSpace(_ word: UInt32) -> Bool {
        utf8[places[Int(word)].lowerBound].isBlank && !isBreak(word)
    }

    /// The text of a stretch of words.
    func text(of words: ArraySlice<UInt32>) -> String {
        var bytes: [UInt8] = []
        for word in words { bytes += utf8[places[Int(word)]] }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The paragraphs, as stretches of words, without the space around them.
    func paragraphs(of words: [UInt32]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        var end = 0
        for (place, word) in words.enumerated() {
            if isBreak(word) {
                if let start { found.append(start..<end) }
                start = nil
            } else if !isSpace(word) {
                start = start ?? place
                end = place + 1
            }
        }
        if let start { found.append(start..<end) }
        return found
    }

    private mutating func cut(_ range: Range<Int>) -> [UInt32] {
        var words: [UInt32] = []
        var start = range.lowerBound
        for place in range.dropFirst() where utf8[place].isBlank != utf8[place - 1].isBlank {
            words.append(number(of: start..<place))
            start = place
        }
        if start < range.upperBound { words.append(number(of: start..<range.upperBound)) }
        return words
    }

    private mutating func number(of word: Range<Int>) -> UInt32 {
        var hash = hash(of: word)
        while let known = numbers[hash] {
            if utf8[places[Int(known)]].elementsEqual(utf8[word]) { return known }
            hash &+= 1
        }
        let number = UInt32(places.count)
        numbers[hash] = number
        places.append(word)
        feeds.append(utf8[word].count { $0 == UInt8(ascii: "\n") })
        return number
    }

    /// FNV-1a (Fowler, Noll and Vo), in 64 bits.
    private func hash(of word: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for place in word { hash = (hash ^ UInt64(utf8[place])) &* 0x100_0000_01b3 }
        return hash
    }
}

extension UInt8 {
    /// Whether the byte is a space, a tab or a line feed, which are no part of other scalars.
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0a }
}
