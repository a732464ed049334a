/// Markup of a theme while it is read.
///
/// Its elements are allowed ones, each is closed, each attribute stands in quotes. So it can leave
/// nothing open that swallows the page around it, and bring nothing in.
struct MarkupReader {
    private let text: ThemeText
    private let grammar: MarkupGrammar
    private let assets: [String: SiteFile]
    private var place = 0
    private var written: [UInt8] = []
    private var open: [(name: String, place: Int)] = []

    /// Takes markup, what may be in it, and what it may name as `assets/NAME`.
    init(_ text: ThemeText, _ grammar: MarkupGrammar, _ assets: [String: SiteFile]) {
        self.text = text
        self.grammar = grammar
        self.assets = assets
    }

    /// The markup as the site has it.
    consuming func html() throws(PressError) -> HTML {
        while place < text.bytes.count {
            if text.bytes[place] == UInt8(ascii: "<") {
                try tag()
            } else {
                try words()
            }
        }
        if let element = open.last {
            throw text.refusal("`<\(element.name)>` is not closed", at: element.place)
        }
        return HTML(trusted: written)
    }

    private mutating func words() throws(PressError) {
        let end = text.bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? text.bytes.count
        let words = text.bytes[place..<end]
        let isBlank = words.allSatisfy { [0x20, 0x09, 0x0a].contains($0) }
        guard isBlank || grammar.hasWords else {
            throw text.refusal("words have no place here", at: place)
        }
        written += words
        place = end
    }

    private mutating func tag() throws(PressError) {
        let start = place
        guard let end = text.bytes[place...].firstIndex(of: UInt8(ascii: ">")) else {
            throw text.refusal("a `<` without its `>`", at: start)
        }
        let inside = text.string(start + 1..<end)
        if let match = inside.wholeMatch(of: /\/([A-Za-z][A-Za-z0-9]*)\s*/) {
            try close(String(match.1), at: start)
        } else if let match = inside.prefixMatch(of: /[A-Za-z][A-Za-z0-9]*/) {
            try begin(String(match.0), inside[match.range.upperBound...], at: start)
        } else {
            throw text.refusal("a `<` that begins no element; `&lt;` is the sign itself", at: start)
        }
        place = end + 1
    }

    private mutating func close(_ name: String, at start: Int) throws(PressError) {
        guard let last = open.popLast(), last.name == name else {
            throw text.refusal("`</\(name)>` closes nothing", at: start)
        }
        written += "</\(name)>".utf8
    }

    private mutating func begin(
        _ name: String,
        _ rest: Substring,
        at start: Int
    ) throws(PressError) {
        guard grammar.elements.contains(name) else {
            throw text.refusal("`<\(name)>` is not allowed", at: start)
        }
        written += "<\(name)".utf8
        let isClosed = try attributes(rest, of: name, at: start)
        let isEmpty = grammar.empty.contains(name) || isClosed && grammar.closesItself
        if isEmpty {
            written += (grammar.closesItself ? "/>" : ">").utf8
            return
        }
        guard !isClosed, open.count < ThemeLimits.openElements else {
            let reason = isClosed ? "cannot close itself" : "is too deep in others"
            throw text.refusal("`<\(name)>` \(reason)", at: start)
        }
        open.append((name, start))
        written.append(UInt8(ascii: ">"))
    }

    /// Writes the attributes, and says whether a `/` stands behind them.
    private mutating func attributes(
        _ attributes: Substring,
        of element: String,
        at start: Int
    ) throws(PressError) -> Bool {
        var rest = attributes
        while let match = rest.prefixMatch(of: /\s+([A-Za-z][A-Za-z:-]*)="([^"<]*)"/) {
            let (name, value) = (String(match.1), String(match.2))
            guard grammar.allows(name, of: element) else {
                throw text.refusal("`\(name)` is not allowed in `<\(element)>`", at: start)
            }
            guard let address = grammar.value(value, of: name, in: element, assets) else {
                throw text.refusal("`\(name)` of `<\(element)>` says what it may not", at: start)
            }
            written += " \(name)=\"\(address)\"".utf8
            rest = rest[match.range.upperBound...]
        }
        guard rest.wholeMatch(of: /\s*\/?/) != nil else {
            throw text.refusal("`<\(element)>` has more than attributes in `\"`", at: start)
        }
        return rest.hasSuffix("/")
    }
}
