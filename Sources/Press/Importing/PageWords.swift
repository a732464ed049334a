/// The words by which pages label what stands on them, in the languages that Stet's own site speaks.
struct PageWords {
    /// What stands before a name in a byline: "By", "Written by".
    let by: [String]
    /// Days told from the day of reading: "today", "yesterday".
    let days: Set<String>
    /// The months, in small letters.
    let months: [String]
    /// What is counted beside a story: "shares", "comments".
    let counted: Set<String>
    /// What invites to do something with the page: "share", "copy link".
    let clutter: Set<String>
    /// What a list below a story is headed by: "latest news".
    let tail: [String]

    /// Takes lists divided by `|`.
    init(by: String, days: String, months: String, counted: String, clutter: String, tail: String) {
        self.by = Self.list(by)
        self.days = Set(Self.list(days))
        self.months = months.split(separator: " ").map { $0.lowercased() }
        self.counted = Set(counted.split(whereSeparator: \.isWhitespace).map { $0.lowercased() })
        self.clutter = Set(Self.list(clutter).map(\.saying))
        self.tail = Self.list(tail).map(\.saying)
    }

    private static func list(_ words: String) -> [String] {
        words.split(separator: "|").map { $0.lowercased().inOneLine }
    }

    private init(joining all: [PageWords]) {
        by = all.flatMap(\.by).sorted { $0.count > $1.count }
        days = all.reduce(into: []) { $0.formUnion($1.days) }
        months = all.flatMap(\.months)
        counted = all.reduce(into: []) { $0.formUnion($1.counted) }
        clutter = all.reduce(into: []) { $0.formUnion($1.clutter) }
        tail = all.flatMap(\.tail)
    }

    /// The words of a language and of English, which stands on pages of all; of every language where
    /// this one is not known.
    static func of(_ language: String?) -> PageWords {
        let primary = language.map { String($0.prefix { $0 != "-" }).lowercased() }
        let known = primary.flatMap { tables[$0] }
        return known.map { PageWords(joining: [english, $0]) } ?? everything
    }

    private static let everything = PageWords(
        joining: tables.sorted { $0.key < $1.key }.map(\.value)
    )
}

extension PageWords {
    /// What follows the word of a byline; nil where none stands first.
    func name(in text: String) -> String? {
        let small = text.lowercased()
        for word in by where small.hasPrefix(word) {
            let rest = text.dropFirst(word.count)
            let isWhole = word.hasSuffix(":") || rest.first == ":" || rest.first == " "
            let name = String(rest.drop { $0 == ":" }).inOneLine
            if isWhole, !name.isEmpty { return name }
        }
        return nil
    }

    /// Whether a block begins with the word of a byline, and a name follows.
    func hasByline(_ block: ForeignBlock) -> Bool {
        block.count <= 12 && name(in: block.text)?.isName == true
    }

    /// Whether a block is there for the page: `12 shares`, `Print`, names of networks, cookies.
    func isClutter(_ block: ForeignBlock) -> Bool {
        guard block.count <= 40, !block.saying.isEmpty else { return false }
        let saying = block.saying
        let words = saying.split(separator: " ").map(String.init)
        return clutter.contains(saying) || isInvitation(words)
            || Self.cookies.contains(where: saying.contains)
                && Self.consent.contains(where: saying.contains)
    }

    /// Whether all words invite, name a network or are a count: "Share", "Facebook", "12 shares".
    private func isInvitation(_ words: [String]) -> Bool {
        guard words.count <= 12 else { return false }
        let numbers = words.count { $0.first?.isNumber == true }
        let isCount = numbers > 0 && words.contains(where: counted.contains)
        guard isCount || words.contains(where: isInvitation) else { return false }
        return words.allSatisfy { word in
            isInvitation(word) || Self.fillers.contains(word)
                || isCount && (word.first?.isNumber == true || counted.contains(word))
        }
    }

    private func isInvitation(_ word: String) -> Bool {
        Self.networks.contains(word) || clutter.contains(word)
    }

    /// Whether a block heads what stands below a story.
    func beginsTail(_ block: ForeignBlock) -> Bool {
        guard block.count <= 6, !block.text.endsSentence else { return false }
        let words = block.saying.split(separator: " ").map(String.init)
        let text = words.filter { $0.first?.isNumber != true }.joined(separator: " ")
        return tail.contains { text == $0 || $0.contains(" ") && text.hasPrefix($0 + " ") }
    }

    private static let networks: Set<String> = [
        "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "pinterest", "reddit",
        "instagram", "youtube", "tiktok", "messenger", "mastodon", "bluesky", "threads", "viber",
        "vkontakte", "vk", "odnoklassniki", "xing", "flipboard", "pocket", "rss", "email", "e-mail",
    ]
    private static let fillers: Set<String> = [
        "on", "via", "to", "by", "this", "article", "story", "auf", "per", "sur", "en", "su", "no",
        "op", "в", "عبر", "على",
    ]

    private static let cookies = ["cookie", "куки", "çerez", "kuki", "ملفات تعريف الارتباط"]
    private static let consent = [
        "accept", "consent", "polic", "setting", "preference", "agree", "akzept", "zustimm",
        "einwillig", "datenschutz", "einstellung", "accept", "conditions", "acept", "accett",
        "aceit", "toestemming", "kabul", "qəbul", "razı", "соглас", "принима", "использу", "نستخدم",
        "موافق", "מסכים", "می‌پذیر",
    ]
}
