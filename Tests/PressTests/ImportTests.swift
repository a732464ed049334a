import Foundation
import Newsroom
import Press
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `An imported file` {
    @Test func `exists in several layouts and languages`() {
        #expect(ForeignPages.names.count >= 10)
    }

    /// What each file becomes is kept beside it; `STET_RECORD=1` writes it anew, and still fails
    /// where that was something new.
    @Test(arguments: ForeignPages.names)
    func `becomes the draft that is kept beside it`(name: String) throws {
        let said = Self.said(try ForeignPages.story(name))
        let path = ForeignPages.folder.appending(path: "expected/\(name).txt")
        let expected = try? String(contentsOf: path, encoding: .utf8)
        #expect(said == expected, "\(name) differs")
        if ProcessInfo.processInfo.environment["STET_RECORD"] == "1" {
            try Data(said.utf8).write(to: path)
        }
    }

    private static func said(_ story: ImportedStory) -> String {
        let report = story.report.map { line in
            let why = line.why.isEmpty ? "" : " (\(line.why))"
            return "\(line.verdict) \(line.block.rawValue): \(line.summary)\(why)\n"
        }
        let document = CanonicalDocument(fields: story.fields, body: story.body)
        return report.joined() + "---\n" + String(decoding: document.bytes, as: UTF8.self)
    }

    @Test(arguments: ForeignPages.names.filter { $0.hasSuffix(".html") })
    func `loses no word of a page`(name: String) throws {
        let bytes = Array(try Data(contentsOf: ForeignPages.folder.appending(path: name)))
        let words = ForeignPages.visibleWords(of: try ForeignText(bytes).text)
        #expect(words.count > 50)
        let found = try ForeignPages.words(of: ForeignPages.story(name))
        #expect(ForeignPages.missing(words, in: found) == [])
    }

    @Test(arguments: ForeignPages.names.filter { !$0.hasSuffix(".html") })
    func `loses no word of a text`(name: String) throws {
        let text = try String(
            contentsOf: ForeignPages.folder.appending(path: name),
            encoding: .utf8
        )
        let words = ForeignPages.words(of: Self.withoutSigns(text))
            .filter { !["-", "---"].contains($0) && !$0.hasSuffix(":") }
        #expect(words.count > 20)
        let found = try ForeignPages.words(of: ForeignPages.story(name)).map(Self.withoutSigns)
        #expect(ForeignPages.missing(words, in: found) == [])
    }

    /// What Markdown and front matter are written with, and nobody reads.
    private static func withoutSigns(_ text: String) -> String {
        text.filter { !"*#\"[]".contains($0) }
    }

    @Test(arguments: Seeds.smoke)
    func `loses no word of a random page, and is fit to publish`(seed: UInt64) throws {
        for turn in 0..<12 {
            let page = RandomPage(seed: seed << 16 | UInt64(turn))
            guard !page.words.isEmpty else { continue }
            let story = try ForeignPages.story(of: page.html)
            let found = try ForeignPages.words(of: story)
            let missing = ForeignPages.missing(page.words, in: found)
            #expect(missing == [], "seed \(seed), page \(turn):\n\(page.html)")
            for (field, value) in story.fields {
                let document = CanonicalDocument(fields: [field: value], body: "")
                #expect(try CanonicalDocument(parsing: document.bytes) == document)
            }
        }
    }

    @Test(arguments: Seeds.smoke)
    func `loses no word of random lines, and is fit to publish`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for turn in 0..<4 {
            let words = ["x"] + RandomPage(seed: seed << 16 | UInt64(turn)).words
            let text = words.reduce("") { text, word in
                text + word + (["\n", "\n\n", " ", " ", " "].randomElement(using: &random) ?? " ")
            }
            let story = try ForeignPages.story(of: text, named: "a.txt")
            let missing = ForeignPages.missing(words, in: try ForeignPages.words(of: story))
            #expect(missing == [], "seed \(seed), text \(turn):\n\(text)")
        }
    }

    @Test(arguments: Seeds.smoke)
    func `comes of any bytes, or an error`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let pages = try ForeignPages.names.map { name in
            Array(try Data(contentsOf: ForeignPages.folder.appending(path: name)))
        }
        for name in ["page.html", "page.txt", "page.md"] {
            for page in pages {
                var bytes = page
                for _ in 0..<Int.random(in: 1...30, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    if Bool.random(using: &random) {
                        bytes[place] = UInt8.random(in: 0...255, using: &random)
                    } else {
                        bytes.removeSubrange(place..<min(bytes.count, place + 40))
                    }
                    if bytes.isEmpty { bytes = [0x41] }
                }
                let file = ForeignFile(bytes: bytes, name: name)
                do {
                    let story = try ImportedStory(file, sections: [])
                    #expect(String(validating: story.body.utf8, as: UTF8.self) != nil)
                } catch {
                    #expect(!error.description.isEmpty)
                }
            }
        }
    }
}

@Suite(.timeLimit(.minutes(5)))
struct `A hostile file` {
    @Test(
        arguments: [
            "<", "<div>", "<p>", "</p>", "<li>", "<ul><li>", "<table><tr><td>", "<b>", "<a href=x>",
            "<p>a", "<br>a", "&", "<article>", "<td>", "<nav>", "<h1>a</h1>", "<time>1</time>",
            "<p>Related</p>", "<p>12 shares</p>", "<p>City</p>", "<p>2 May</p>", "*", "- ", "[a](",
            "<img src=https://a.example alt=a>", "<title>", "<!--", "<p>Share</p><p>A B</p>",
        ]
    )
    func `takes time in proportion to its size`(piece: String) {
        let page = "<html>" + String(repeating: piece, count: 10_000 / piece.utf8.count)
        for name in ["page.html", "page.txt"] {
            do {
                let file = ForeignFile(bytes: Array(page.utf8), name: name)
                #expect(!(try ImportedStory(file, sections: ["city"]).original.bytes.isEmpty))
            } catch {
                #expect(!error.description.isEmpty, "\(piece)")
            }
        }
    }

    @Test func `is refused where it is too large`() throws {
        let large = String(repeating: "a", count: ImportLimits.fileBytes + 1)
        #expect(throws: ImportError.large) { try ForeignPages.story(of: large, named: "a.txt") }
        let many = "<html>" + String(repeating: "<p>a", count: 20_001)
        #expect(throws: ImportError.manyBlocks) { try ForeignPages.story(of: many) }
        let lines = String(repeating: "a\n", count: 20_001)
        #expect(throws: ImportError.manyBlocks) {
            try ForeignPages.story(of: lines, named: "a.txt")
        }
        let text = String(repeating: "a", count: 1_048_577)
        #expect(throws: ImportError.longText) { try ForeignPages.story(of: text, named: "a.txt") }
        #expect(throws: ImportError.longText) { try ForeignPages.story(of: "<html>" + text) }
        let line = String(repeating: "A long line of words. ", count: 100)
        let long = String(repeating: line + "\n\n", count: 125)
        #expect(throws: ImportError.longBody(275_124)) {
            try ForeignPages.story(of: long, named: "a.txt")
        }
        #expect(throws: ImportError.empty) { try ForeignPages.story(of: " \n ") }
    }

    @Test func `says in one line why it is refused`() {
        let errors: [(ImportError, String)] = [
            (.notText, "it is not text"),
            (.encoding("big5"), "its encoding is not known here: big5"),
            (.large, "it has more than 4194304 bytes"),
            (.longText, "it has more than 1048576 bytes of text"),
            (.manyBlocks, "it has more than 20000 paragraphs"),
            (.longBody(300_000), "its story has 300000 bytes, a body has at most 262144"),
            (
                .document("line 2 is no field of a document, or out of order"),
                "line 2 is no field of a document, or out of order"
            ),
            (.empty, "there is no text in it"),
        ]
        for (error, sentence) in errors { #expect(error.description == sentence) }
    }

    @Test func `cannot publish the note, or end it`() throws {
        let story = try ForeignPages.story(
            of:
                "A headline of some words\n11:30 --> - Today\n\nA paragraph of more than eight words, I am told.",
            named: "-->.txt"
        )
        let note = try #require(story.note)
        #expect(note.ranges(of: "-->").count == 1)
        #expect(story.body.hasSuffix(note))
        let context = BodyContext(
            site: "https://example.org",
            url: "https://example.org/x/",
            address: { _ in nil },
            picture: { _ in nil }
        )
        #expect(throws: PressRefusal.self) { try bodyHTML(of: story.body, in: context) }
        _ = try bodyHTML(of: story.text, in: context)
    }
}
