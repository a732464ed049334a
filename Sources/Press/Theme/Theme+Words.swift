extension Theme {
    /// Reads `site.txt`, a statement a line.
    mutating func readSite(_ text: ThemeText) throws(PressError) {
        for line in text.lines {
            switch line.word {
            case "tagline": tagline = try text.words(line, unless: tagline != nil)
            case "imprint":
                let words = try text.words(line)
                imprint = imprint.map { "\($0)\n\(words)" } ?? words
            case "section":
                sections.append(try text.words(line, unless: sections.count >= ThemeLimits.names))
            case "share":
                guard shares.count < ThemeLimits.names else {
                    throw text.refusal("that is too many places to share at", line: line.number)
                }
                shares.append(try text.share(line))
            case "hub":
                let address = try text.words(line, unless: hub != nil)
                guard ThemeText.isAddress(address) else {
                    throw text.refusal("a hub has an address like https://…", line: line.number)
                }
                hub = address
            default: throw text.unknown(line, "known are tagline, imprint, section, share, hub")
            }
        }
    }
}

extension ThemeText {
    /// Reads `labels/LANG.txt`: the name of a label, and what to say instead.
    func labels() throws(PressError) -> [Words.Label: String] {
        var labels: [Words.Label: String] = [:]
        for line in lines {
            guard let label = Words.Label(rawValue: line.word) else {
                throw unknown(line, "the names of labels are in docs/themes.md")
            }
            labels[label] = try words(line, unless: labels[label] != nil)
        }
        return labels
    }

    /// What a line says, which has to be something, and not once more than it may be said.
    fileprivate func words(
        _ line: Line,
        unless isTooMuch: Bool = false
    ) throws(PressError) -> String {
        guard !isTooMuch else {
            throw refusal("`\(line.word)` is said too often", line: line.number)
        }
        guard line.rest.unicodeScalars.contains(where: \.properties.isAlphabetic) else {
            throw refusal("`\(line.word)` says nothing", line: line.number)
        }
        return line.rest
    }

    /// Reads `share NAME URL`.
    fileprivate func share(_ line: Line) throws(PressError) -> Theme.Share {
        let words = line.rest.split(separator: " ")
        guard let pattern = words.last, words.count > 1 else {
            throw refusal("it is `share NAME URL`", line: line.number)
        }
        let share = Theme.Share(
            name: words.dropLast().joined(separator: " "),
            pattern: String(pattern)
        )
        let example = share.address(url: "x", title: "x")
        guard pattern.contains("{url}"), Self.isAddress(example) else {
            let wanted = "an address like https://… with {url}, and {title} where wanted"
            throw refusal("it takes \(wanted)", line: line.number)
        }
        return share
    }

    /// Whether a reader may be led to an address.
    fileprivate static func isAddress(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7f && !"\"'<>\\^`{|}".utf8.contains(byte)
        }
        return isPlain && text.utf8.count <= 512
            && text.prefixMatch(of: /https?:\/\/[a-z0-9]/) != nil
    }
}
