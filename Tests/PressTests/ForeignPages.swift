import Foundation
import Newsroom
import Press
import TestSupport

/// The invented files of `Fixtures/Imports`, and what is read in them without Stet.
enum ForeignPages {
    static let folder = Fixtures.folder("Imports")

    /// The names of all files.
    static let names: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasPrefix(".") && $0 != "expected" }.sorted()
    }()

    /// What a file becomes, in a newsroom that knows the section City.
    static func story(_ name: String) throws -> ImportedStory {
        let data = try Data(contentsOf: folder.appending(path: name))
        let file = ForeignFile(bytes: Array(data), name: name, savedOn: "2026-01-02")
        return try ImportedStory(file, sections: ["city"])
    }

    /// What bytes become.
    static func story(of text: String, named name: String = "page.html") throws -> ImportedStory {
        try ImportedStory(ForeignFile(bytes: Array(text.utf8), name: name), sections: [])
    }

    /// The words that a reader of a page sees, found with regular expressions alone.
    static func visibleWords(of page: String) -> [String] {
        let noSource = page.replacing(
            #/(?s)<(script|style)\b.*?</(script|style)>|<!--.*?-->/#,
            with: " "
        )
        let inline = noSource.replacing(#/</?(a|b|strong|em|i|span|time)(\s[^>]*)?>/#, with: "")
        return words(of: plain(inline.replacing(#/<[a-zA-Z/!][^>]*>/#, with: " ")))
    }

    /// The words of a story: in its fields, in its text as a reader sees it, in its report.
    static func words(of story: ImportedStory) throws -> [String] {
        let context = BodyContext(
            site: "https://example.org",
            url: "https://example.org/x/",
            address: { _ in nil },
            picture: { _ in nil }
        )
        let html = String(decoding: try bodyHTML(of: story.text, in: context).bytes, as: UTF8.self)
        let text = plain(
            html.replacing(#/</?(strong|em|a|del|code)(\s[^>]*)?>/#, with: "")
                .replacing(#/<[^>]*>/#, with: " ")
        )
        let report = story.report.flatMap(\.texts)
        return ([text] + Array(story.fields.values) + report).flatMap { words(of: $0) }
    }

    /// The words of the first that are not, as often, among the second.
    static func missing(_ words: [String], in others: [String]) -> [String] {
        var left = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
        return words.filter { word in
            left[word, default: 0] -= 1
            return left[word, default: 0] < 0
        }
    }

    static func words(of text: String) -> [String] {
        text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
    }

    private static func plain(_ html: String) -> String {
        [
            ("&ldquo;", "“"), ("&rdquo;", "”"), ("&ndash;", "–"), ("&nbsp;", " "), ("&lt;", "<"),
            ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ].reduce(html) { $0.replacing($1.0, with: $1.1) }
    }
}

/// A page of nested and broken markup whose words are all different.
struct RandomPage {
    private(set) var html = ""
    /// The words that a reader sees.
    private(set) var words: [String] = []
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        if Bool.random(using: &random) { html = "<!DOCTYPE html><html lang=en><body>" }
        for _ in 0..<Int.random(in: 1...120, using: &random) { step() }
    }

    private static let opening = [
        "<p>", "<div class='a b'>", "<h1>", "<h2>", "<h5>", "<article>", "<section>", "<ul><li>",
        "<li>", "<ol><li>", "<table><tr><td>", "<td>", "<tr><th>", "<blockquote>", "<nav>",
        "<form>",
        "<figure>", "<br>", "<br><br>", "<hr>", "<pre>", "<time datetime=x>", "<footer>", "<aside>",
        "<a href='https://example.org/?utm_a=1&b=2'>", "<a href=x>", "<b>", "<em>", "<strong>",
        "<span itemprop=author>", "<div itemprop=headline>", "<p itemprop=description>",
        "<button>", "<!-- w -->", "<script>var w = '<p>'</script>", "<style>p{}</style>",
    ]
    private static let closing = [
        "</p>", "</div>", "</h1>", "</h2>", "</li></ul>", "</ol>", "</table>", "</td>", "</tr>",
        "</blockquote>", "</nav>", "</form>", "</a>", "</b>", "</em>", "</strong>", "</span>",
        "</article>", "</section>", "</button>", "</footer>", "</time>",
    ]
    private static let marks = [
        "*", "_", "[", "]", "#", "|", "~", "`", "\\", "!", ":", ".", ",", "“",
    ]

    private mutating func step() {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...2: html += Self.opening.randomElement(using: &random) ?? ""
        case 3...4: html += Self.closing.randomElement(using: &random) ?? ""
        case 5: addSplitWord()
        case 6: addSigns()
        default: for _ in 0..<Int.random(in: 1...14, using: &random) { addWord() }
        }
    }

    private mutating func add(_ word: String, as markup: String) {
        words.append(word)
        html += " \(markup) "
    }

    private mutating func addWord() {
        let word = "w\(words.count)" + mark()
        add(mark() + word, as: "")
        html +=
            words[words.count - 1]
            .replacing("&", with: "&amp;").replacing("<", with: "&lt;") + " "
    }

    private mutating func mark() -> String {
        guard Int.random(in: 0..<4, using: &random) == 0 else { return "" }
        return Self.marks.randomElement(using: &random) ?? ""
    }

    /// A word with marks inside.
    private mutating func addSplitWord() {
        let number = words.count
        let tags = ["b", "em", "a href='https://example.org/'", "i"]
        let tag = tags.randomElement(using: &random) ?? "b"
        let name = tag.prefix { $0 != " " }
        add("w\(number)x“y", as: "w\(number)<\(tag)>x</\(name)><\(tag)>“</\(name)>y")
    }

    /// What Markdown or HTML could take for something else.
    private mutating func addSigns() {
        let signs = ["-", "+", "1.", "2)", ">", "---", "&copy;", "<!", "***", "___", "===", "```"]
        let sign = signs.randomElement(using: &random) ?? "-"
        add(
            sign,
            as: sign.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        )
    }
}
