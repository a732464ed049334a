/// Columns that text takes on a terminal: two for East Asian wide characters and emoji, none for
/// marks that stand on others (Unicode Standard Annex 11).
package enum Columns {
    /// The columns of a text in one line.
    package static func width(of text: some StringProtocol) -> Int {
        text.utf8.allSatisfy(isPlain)
            ? text.utf8.count : text.reduce(0) { $0 + width(of: $1) }
    }

    /// Whether a byte is a character of one column: most text is made of such, and quickly measured.
    private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

    /// The text with spaces up to so many columns.
    static func padded(_ text: StyledText, to columns: Int) -> StyledText {
        text + StyledText(String(repeating: " ", count: max(0, columns - text.columns)))
    }

    /// The beginning of a text that fits, with an ellipsis where it was cut.
    static func clipped(_ text: String, to columns: Int) -> String {
        guard width(of: text) > columns else { return text }
        var clipped = ""
        var used = 1
        for character in text {
            used += width(of: character)
            guard used <= columns else { break }
            clipped.append(character)
        }
        return clipped + "…"
    }

    private static func width(of character: Character) -> Int {
        if let byte = character.asciiValue { return isPlain(byte) ? 1 : 0 }
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if isWide(first) || scalars.contains("\u{FE0F}") { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return 1
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
