import Foundation
import Store

/// Words that are looked for in texts, whatever their case, accents and the width of letters; a find
/// begins where a word does.
///
/// It goes through the bytes of a text once, and folds a scalar only where one has to be held against
/// what is sought: O(length of the text).
package struct SoughtWords: Sendable {
    private let sought: [Unicode.Scalar]
    private let beginsWord: Bool
    /// The first byte of what is sought, where that is ASCII.
    private let first: UInt8?

    /// Takes the words as somebody typed them.
    package init(_ words: String) {
        sought = Array(words.searchable.unicodeScalars)
        beginsWord = sought.first.map(Self.isPartOfWord) ?? false
        first = sought.first.flatMap { $0.isASCII ? UInt8(ascii: $0) : nil }
    }

    /// Where they stand first; nil where they do not.
    package func range(in text: String) -> Range<String.Index>? {
        guard !sought.isEmpty else { return nil }
        let bytes = Array(text.utf8)
        var isInWord = false
        for (place, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            let isPossible = byte < 0x80 ? Self.small(byte) == first : true
            if isPossible, !(beginsWord && isInWord) {
                let start = text.utf8.index(text.startIndex, offsetBy: place)
                if let end = end(in: text.unicodeScalars, from: start) { return start..<end }
            }
            if byte < 0x80 {
                isInWord = Self.isLetterOrDigit(byte)
            } else {
                let scalar = text.unicodeScalars[
                    text.utf8.index(text.startIndex, offsetBy: place)
                ]
                isInWord = Self.isPartOfWord(scalar) || isInWord && scalar.properties.isMark
            }
        }
        return nil
    }

    /// Where what is sought ends that begins at a place, with the marks on its last letter.
    private func end(
        in scalars: String.UnicodeScalarView,
        from start: String.Index
    ) -> String.Index? {
        var (place, rest) = (start, sought[...])
        while place < scalars.endIndex, !rest.isEmpty {
            // An accent may stand for itself, behind the letter that it is on.
            let isAccent = place > start && scalars[place].properties.isMark
            guard Self.drop(scalars[place], from: &rest) || isAccent else { return nil }
            place = scalars.index(after: place)
        }
        guard rest.isEmpty else { return nil }
        while place < scalars.endIndex, scalars[place].properties.isMark {
            place = scalars.index(after: place)
        }
        return place
    }

    /// Takes from `rest` what a scalar of a text is without case, accents and width.
    private static func drop(
        _ scalar: Unicode.Scalar,
        from rest: inout ArraySlice<Unicode.Scalar>
    ) -> Bool {
        guard !scalar.isASCII else {
            return rest.popFirst() == Unicode.Scalar(small(UInt8(ascii: scalar)))
        }
        let folded = String(scalar).searchable.unicodeScalars
        guard rest.starts(with: folded) else { return false }
        rest = rest.dropFirst(folded.count)
        return true
    }

    private static func small(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        small(byte) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return isLetterOrDigit(UInt8(ascii: scalar)) }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}

extension Unicode.Scalar.Properties {
    /// Whether it stands on the letter before it.
    fileprivate var isMark: Bool {
        switch generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: true
        default: false
        }
    }
}
