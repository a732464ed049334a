import Foundation
import Store

/// Words that are looked for in texts, whatever their case, accents and the width of letters; a find
/// begins where a word does.
///
/// It goes through a text once, scalar by scalar, and folds a scalar only where one has to be held
/// against what is sought: O(length of the text).
package struct SoughtWords: Sendable {
    private let sought: [Unicode.Scalar]

    /// Takes the words as somebody typed them.
    package init(_ words: String) { sought = Array(words.searchable.unicodeScalars) }

    /// Where they stand first; nil where they do not.
    package func range(in text: String) -> Range<String.Index>? {
        guard let first = sought.first else { return nil }
        let scalars = text.unicodeScalars
        let isWord = Self.isPartOfWord(first)
        var isInWord = false
        var place = scalars.startIndex
        while place < scalars.endIndex {
            let scalar = scalars[place]
            if !(isWord && isInWord), let end = end(in: scalars, from: place) {
                return place..<end
            }
            isInWord =
                Self.isPartOfWord(scalar)
                || isInWord && !scalar.isASCII && scalar.properties.isMark
            place = scalars.index(after: place)
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
            let isUpper = ("A"..."Z").contains(scalar)
            let small = isUpper ? Unicode.Scalar(UInt8(ascii: scalar) | 0x20) : scalar
            return rest.popFirst() == small
        }
        let folded = String(scalar).searchable.unicodeScalars
        guard rest.starts(with: folded) else { return false }
        rest = rest.dropFirst(folded.count)
        return true
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else {
            return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
                || ("0"..."9").contains(scalar)
        }
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
