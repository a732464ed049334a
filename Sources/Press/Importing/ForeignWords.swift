// Scalars are looked at, not characters: a space with an accent on it is one character to a person,
// and a space to Markdown.

extension StringProtocol {
    /// The words: runs of scalars without white space.
    var foreignWords: [Substring.UnicodeScalarView] {
        Substring(self).unicodeScalars.split { $0.isWhite }
    }

    /// The text in one line: blanks are single spaces, and none is at the ends.
    ///
    /// A no-break space is kept.
    var inOneLine: String {
        let words = Substring(self).unicodeScalars.split { $0.isBlank }
        let joined = words.map { String($0) }.joined(separator: " ")
        let trimmed = joined.unicodeScalars.drop { $0.isWhite }
        guard let last = trimmed.lastIndex(where: { !$0.isWhite }) else {
            return ""
        }
        return String(trimmed[...last])
    }

    /// Whether nothing but white space is in it.
    var isBlank: Bool { unicodeScalars.allSatisfy(\.isWhite) }

    /// Whether a sentence ends with it.
    var endsSentence: Bool {
        let last = unicodeScalars.last { !"”\"»’)“".unicodeScalars.contains($0) }
        return last.map { ".!?…。؟۔".unicodeScalars.contains($0) } ?? false
    }

    /// The words in small letters without marks around them: what tells whether two lines say the
    /// same.
    var saying: String {
        lowercased().foreignWords
            .map { word in String(word).trimmingMarks }
            .filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// Whether it may be somebody's name, or several: up to ten words, no digit, and no small letter
    /// first.
    var isName: Bool {
        (1...10).contains(foreignWords.count) && !contains { $0.isNumber }
            && first.map { !$0.isLowercase } ?? false
    }

    /// Whether every word begins with a capital letter.
    var isCapitalised: Bool {
        !contains { $0.isNumber }
            && foreignWords.allSatisfy { $0.first?.properties.isUppercase == true }
    }
}

extension String {
    /// Without what divides it from the next thing on its line.
    var withoutDividers: String {
        let dividers = "·•|–—-,;:".unicodeScalars
        let start = unicodeScalars.drop { dividers.contains($0) || $0.isBlank }
        let last = start.lastIndex { !dividers.contains($0) && !$0.isBlank }
        return last.map { String(start[...$0]) } ?? ""
    }

    /// Without the punctuation at both ends.
    fileprivate var trimmingMarks: String {
        let start = unicodeScalars.drop { $0.isPunctuation }
        guard let last = start.lastIndex(where: { !$0.isPunctuation }) else { return "" }
        return String(start[...last])
    }
}

extension Unicode.Scalar {
    /// Whether it is white space; asked of every scalar of a file, so what is common comes first.
    var isWhite: Bool {
        value < 0x80
            ? isBlank || value == 0x0b || value == 0x0c || value == 0x0d
            : properties.isWhitespace
    }

    /// Whether HTML takes it for a blank, however many there are.
    var isBlank: Bool { self == " " || self == "\n" || self == "\t" }

    /// Whether it is a mark of punctuation.
    var isPunctuation: Bool {
        if ("a"..."z").contains(self) || ("0"..."9").contains(self) { return false }
        return switch properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation, .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }
}
