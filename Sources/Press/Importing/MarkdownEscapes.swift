/// Text as Markdown that means just that text, with as few backslashes as that takes.
enum MarkdownEscapes {
    /// Text within a line; in a table no `|` may stand bare.
    static func inline(_ text: String, inTable: Bool = false) -> String {
        let scalars = Array(text.unicodeScalars)
        var escaped = String.UnicodeScalarView()
        for place in scalars.indices {
            if needsEscape(scalars, place, inTable) { escaped.append("\\") }
            escaped.append(scalars[place])
        }
        return String(escaped)
    }

    private static func needsEscape(
        _ scalars: [Unicode.Scalar],
        _ place: Int,
        _ inTable: Bool
    ) -> Bool {
        switch scalars[place] {
        case "\\", "`", "*", "[", "]", "~": true
        case "|": inTable
        case "_": !(isWord(scalars, place - 1) && isWord(scalars, place + 1))
        case "<":
            place + 1 < scalars.count
                && (scalars[place + 1].properties.isAlphabetic
                    || "/!?".unicodeScalars.contains(scalars[place + 1]))
        case "&": beginsReference(scalars[(place + 1)...])
        default: false
        }
    }

    private static func isWord(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
        guard scalars.indices.contains(place) else { return false }
        let properties = scalars[place].properties
        return properties.isAlphabetic || properties.numericType != nil
    }

    /// Whether `&` and what follows would be read as a character.
    private static func beginsReference(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        let name = rest.prefix(40).prefix {
            $0 == "#" || ($0.isASCII && $0.properties.isAlphabetic)
                || ("0"..."9").contains($0)
        }
        return !name.isEmpty && rest.dropFirst(name.count).first == ";"
    }

    /// A line of Markdown whose first word would open another block.
    static func opening(_ line: String) -> String {
        let word = line.unicodeScalars.prefix { $0 != " " && $0 != "\t" }
        guard let first = word.first else { return line }
        let digits = word.prefix { ("0"..."9").contains($0) }
        let isNumber =
            !digits.isEmpty && digits.count == word.count - 1
            && (word.last == "." || word.last == ")")
        if isNumber { return String(digits) + "\\" + line[digits.endIndex...] }
        let isHeading = word.count <= 6 && word.allSatisfy { $0 == "#" }
        let isMark = word.count == 1 && (first == "-" || first == "+")
        let isRule = word.count > 2 && word.allSatisfy { $0 == "-" }
        return first == ">" || isHeading || isMark || isRule ? "\\" + line : line
    }
}
