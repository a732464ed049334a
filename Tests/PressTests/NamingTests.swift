import Press
import Testing

/// The rows of the table of publishing.md 8, step 4.
struct `A block` {
    private static let text = "The old bridge carried its first tram at six this morning."

    /// The report on lines, with text below; each line as `verdict block: text (why)`.
    private func report(_ lines: [String], sections: Set<String> = ["city"]) throws -> [String] {
        let text = (lines + [Self.text]).joined(separator: "\n")
        return try self.report(on: text, named: "a.txt", sections: sections)
    }

    private func report(
        on text: String,
        named name: String,
        sections: Set<String> = []
    ) throws -> [String] {
        let file = ForeignFile(bytes: Array(text.utf8), name: name)
        return try ImportedStory(file, sections: sections).report.map { line in
            let why = line.why.isEmpty ? "" : " (\(line.why))"
            return "\(line.verdict) \(line.block.rawValue): \(line.summary)\(why)"
        }
    }

    @Test(
        arguments: [
            (["City", "Bridge open at last"], "sure section: City (known section)"),
            (["Sea", "Bridge open at last"], "unsure section: Sea (short, above the headline)"),
            (
                ["Bridge open at last"],
                "unsure headline: Bridge open at last (the first that can be one)"
            ),
            (["Bridge reopens", "Bridge reopens"], "sure headline: Bridge reopens (stands twice)"),
            (
                ["Bridge reopens", "Bridge reopens"],
                "dropped headline: Bridge reopens (stands there again)"
            ),
            (["Bridge open at last", "11:30 - Today"], "unsure date: 11:30 - Today (no day)"),
            (["Bridge open at last", "2 May, 11.30"], "unsure date: 2 May, 11.30 (no year)"),
            (
                ["Bridge open at last", "Published: May 2nd, 2026"],
                "sure date: Published: May 2nd, 2026"
            ),
            (["2026-05-02", "Bridge open at last"], "sure date: 2026-05-02"),
            (["Bridge open at last", "02.05.2026, 11:30 Uhr"], "sure date: 02.05.2026, 11:30 Uhr"),
            (["Bridge open at last", "Вчера, 11:30"], "unsure date: Вчера, 11:30 (no day)"),
            (["Bridge open at last", "2 may 2026-cı il"], "sure date: 2 may 2026-cı il"),
            (["Bridge open at last", "By Ann Example"], "sure byline: By Ann Example"),
            (["By Ann Example", "Bridge open at last"], "sure byline: By Ann Example"),
            (
                ["By Ann Example", "Bridge open at last"],
                "unsure headline: Bridge open at last (the first that can be one)"
            ),
            (["Bridge open at last", "Von Jörg Müller"], "sure byline: Von Jörg Müller"),
            (
                ["Bridge open at last", "Ann Example"],
                "unsure byline: Ann Example (capitalised words above the text)"
            ),
            (["Bridge open at last", "12 shares"], "dropped clutter: 12 shares"),
            (["Bridge open at last", "Share on Facebook"], "dropped clutter: Share on Facebook"),
            (
                [
                    "Bridge open at last",
                    "We use cookies; accept them all, or change your settings.",
                ], "dropped clutter: We use cookies; accept them all, or change your settings."
            ),
            (
                [
                    "Bridge open at last", "Two winters it was closed, and nobody knew why.",
                    "By Ann Example",
                ],
                "unsure standfirst: Two winters it was closed, and nobody knew why. (above date or byline)"
            ),
            (["Bridge open at last", "No, she said."], "unsure body: No, she said. (short)"),
        ]
    )
    func `is named by the first rule that fits`(lines: [String], expected: String) throws {
        let report = try report(lines)
        #expect(report.contains(expected), "\(report)")
    }

    @Test(
        arguments: [
            ["Bridge open at last", "The vote is on 2 May."],
            ["Bridge open at last", "The baker sells cookies on the quay in the morning."],
            ["Bridge open at last", "By then the water was cold and nobody had slept."],
            ["Bridge open at last", "Nobody shares a taxi at six, says the man who has one."],
        ]
    )
    func `that says more than a label is text`(lines: [String]) throws {
        let report = try report(lines)
        let taken = ["date", "byline", "clutter", "standfirst"]
        #expect(
            !report.contains { line in taken.contains { line.contains(" \($0): ") } },
            "\(report)"
        )
    }

    @Test func `below the text is a tail where all are short`() throws {
        let text = "Bridge open at last\n\(Self.text)\nLatest news\nTower closed\nFerry sold"
        #expect(
            try report(on: text, named: "a.txt").last
                == "dropped tail: 2 blocks after “Latest news”"
        )
        let long = "\(text)\n\(Self.text) It stopped twice, and nobody said why."
        #expect(
            try report(on: long, named: "a.txt").last
                == "unsure tail: 3 blocks after “Latest news” (holds longer text; left in)"
        )
    }

    @Test func `in bold, or said to be the description, is the standfirst`() throws {
        let words = "Two winters it was closed, and nobody knew why."
        let page = "<html><h1>Bridge open</h1><p><b>\(words)</b></p><p>\(Self.text)</p>"
        #expect(
            try report(on: page, named: "a.html")
                .contains("unsure standfirst: \(words) (in bold above the text)")
        )
        let said = "<meta name=description content=\"\(words)\">"
        let marked = "<html>\(said)<h1>Bridge open</h1><p>\(words)</p><p>\(Self.text)</p>"
        #expect(
            try report(on: marked, named: "a.html")
                .contains("sure standfirst: \(words) (the page says so)")
        )
    }

    @Test func `beside the story is dropped with a line`() throws {
        let page = """
            <html><nav>Home</nav><div><p>Weather</p></div>
            <article><h1>Bridge open</h1><p>\(Self.text)</p></article><div><p>Tower</p></div>
            """
        let report = try report(on: page, named: "a.html")
        for line in ["dropped page: Home", "dropped beside: Weather", "dropped beside: Tower"] {
            #expect(report.contains(line), "\(report)")
        }
    }

    @Test func `of a field stays text where the field cannot hold it`() throws {
        let word = String(repeating: "a", count: 120)
        let page = """
            <html><h1>Bridge open</h1><p><b>\(String(repeating: "\(word) ", count: 9))</b></p>
            <p>\(Self.text)</p>
            """
        let report = try report(on: page, named: "a.html")
        #expect(report.contains { $0.hasSuffix("(too long for a field)") }, "\(report)")
    }
}
