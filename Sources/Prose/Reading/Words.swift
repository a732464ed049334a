// Words by number: comparing two texts compares words often, so equal words get one number once.
// Equal means equal bytes; Swift's own strings would call "é" and "e" with an accent the same.

/// The words of two texts, and the space between them.
struct Words {
    private(set) var old: [UInt32] = []
    private(set) var new: [UInt32] = []
    private var texts: [String] = []
    private var numbers: [ArraySlice<UInt8>: UInt32] = [:]
    /// For each number whether the word is space with a line feed in it.
    private var isBreak: [Bool] = []

    /// Cuts two texts into runs of blank and of other scalars, in O(n).
    init(_ old: String, _ new: String) {
        self.old = cut(Array(old.utf8))
        self.new = cut(Array(new.utf8))
    }

    /// The text of a stretch of words.
    func text(of words: ArraySlice<UInt32>) -> String {
        var text = ""
        for word in words { text += texts[Int(word)] }
        return text
    }

    /// The stretches of words between line feeds.
    func paragraphs(of words: [UInt32]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for (place, word) in words.enumerated() where isBreak[Int(word)] {
            if start < place { found.append(start..<place) }
            start = place + 1
        }
        if start < words.count { found.append(start..<words.count) }
        return found
    }

    private mutating func cut(_ text: [UInt8]) -> [UInt32] {
        var words: [UInt32] = []
        var start = 0
        for place in text.indices.dropFirst() where text[place].isBlank != text[place - 1].isBlank {
            words.append(number(of: text[start..<place]))
            start = place
        }
        if start < text.count { words.append(number(of: text[start...])) }
        return words
    }

    private mutating func number(of word: ArraySlice<UInt8>) -> UInt32 {
        if let known = numbers[word] { return known }
        let number = UInt32(texts.count)
        numbers[word] = number
        texts.append(String(decoding: word, as: UTF8.self))
        isBreak.append(word.contains(UInt8(ascii: "\n")))
        return number
    }
}

extension UInt8 {
    /// Whether the byte is a space, a tab or a line feed, which are no part of other scalars.
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0a }
}
