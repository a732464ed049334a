/// Whether marks become colours: on a terminal that has them, never in a pipe.
package enum Ink: Hashable, Sendable {
    /// No escape sequence at all.
    case none
    /// The colours of the terminal's own palette.
    case ansi

    /// The text as the terminal gets it.
    func rendered(_ text: StyledText) -> String {
        text.spans.reduce(into: "") { $0 += rendered($1) }
    }

    private func rendered(_ span: StyledText.Span) -> String {
        let text = Harmless.shown(span.text)
        guard self == .ansi, let code = code(of: span.mark) else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private func code(of mark: Mark) -> String? {
        switch mark {
        case .plain: nil
        case .strong: "1"
        case .quiet: "2"
        case .added: "32"
        case .removed: "31"
        case .alarm: "33"
        }
    }
}

/// Text of others as a terminal may show it: what would move the cursor, ring or turn the line
/// around is spelled out (ledger.md 10).
enum Harmless {
    /// The text with control characters and direction overrides named, line feeds kept.
    static func shown(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }
        guard !isPlain, text.unicodeScalars.contains(where: isHarmful) else { return text }
        return text.unicodeScalars.reduce(into: "") { shown, scalar in
            if isHarmful(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                shown += "<U+" + String(repeating: "0", count: max(0, 4 - digits.count))
                shown += digits + ">"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
