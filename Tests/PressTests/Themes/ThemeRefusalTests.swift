import Foundation
import Press
import TestSupport
import Testing

/// A file of a theme, and what is said of it.
struct BadFile: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let sentence: String

    init(_ name: String, _ text: String, _ sentence: String) {
        self.name = name
        self.text = text
        self.sentence = sentence
    }

    var testDescription: String { sentence }
}

struct `A theme is refused` {
    private func sentence(about files: [(name: String, bytes: [UInt8])]) -> String? {
        do {
            _ = try Theme(files: files)
            return nil
        } catch { return error.description }
    }

    @Test(arguments: Self.badTexts + Self.badStyles + Self.badMarkup + Self.badDrawings)
    func `with the file and the line`(file: BadFile) {
        let logo = Array("<svg/>".utf8)
        let files = [(name: "assets/logo.svg", bytes: logo), (file.name, Array(file.text.utf8))]
        #expect(sentence(about: files) == "the theme's \(file.sentence)")
    }

    static let badTexts = [
        BadFile("news.txt", "", "news.txt: no theme has such a file"),
        BadFile("style.CSS", "", "style.CSS: no theme has such a file"),
        BadFile("side.html", "", "side.html: no theme has such a file"),
        BadFile("labels/de-CH.txt", "", "labels/de-CH.txt: no theme has such a file"),
        BadFile("a\u{1b}[2J", "", "a file with a strange name: no theme has such a file"),
        BadFile("../site.txt", "", "../site.txt: no theme has such a file"),
        BadFile("site.txt", "tagline \u{8}", "site.txt, line 1: a control character"),
        BadFile(
            "site.txt",
            "# words\ncookies yes\n",
            "site.txt, line 2: `cookies` is not known; known are tagline, imprint, section, share, hub"
        ),
        BadFile(
            "site.txt",
            "tagline A\ntagline B",
            "site.txt, line 2: `tagline` is said too often"
        ),
        BadFile("site.txt", "tagline  \n", "site.txt, line 1: `tagline` says nothing"),
        BadFile(
            "site.txt",
            "share https://s.example/{url}",
            "site.txt, line 1: it is `share NAME URL`"
        ),
        BadFile(
            "site.txt",
            "share A https://s.example/",
            "site.txt, line 1: it takes an address like https://… with {url}, and {title} where wanted"
        ),
        BadFile(
            "site.txt",
            "share A javascript:alert({url})",
            "site.txt, line 1: it takes an address like https://… with {url}, and {title} where wanted"
        ),
        BadFile(
            "site.txt",
            "hub ftp.example",
            "site.txt, line 1: a hub has an address like https://…"
        ),
        BadFile(
            "labels/en.txt",
            "correction Oops\nheadline X",
            "labels/en.txt, line 2: `headline` is not known; the names of labels are in docs/themes.md"
        ),
        BadFile(
            "labels/en.txt",
            "correction -",
            "labels/en.txt, line 1: `correction` says nothing"
        ),
        BadFile(
            "blocks.txt",
            "side rail",
            "blocks.txt, line 1: `side` is not known; a line begins with `story` or `front`"
        ),
        BadFile("blocks.txt", "front sections", "blocks.txt, line 1: `newest` cannot be left out"),
        BadFile(
            "blocks.txt",
            "front newest newest",
            "blocks.txt, line 1: `newest` stands there twice"
        ),
        BadFile(
            "blocks.txt",
            "front rail",
            "blocks.txt, line 1: there is no such block in a front page"
        ),
        BadFile(
            "blocks.txt",
            "front newest\nfront newest",
            "blocks.txt, line 2: `front` is said twice"
        ),
        BadFile(
            "blocks.txt",
            "story headline dates body notes",
            "blocks.txt, line 1: `notes` has to stand before `body`"
        ),
        BadFile(
            "blocks.txt",
            "story headline dates notes rail body",
            "blocks.txt, line 1: `body` cannot stand after `rail`"
        ),
    ]

    static let badStyles = [
        BadFile(
            "style.css",
            "a{}\n@import 'b.css';",
            "style.css, line 2: `@import` is not allowed"
        ),
        BadFile("extra.css", "@IM\\50 ort 'b.css';", "extra.css, line 1: `@import` is not allowed"),
        BadFile("style.css", "@\\69mport 'b.css';", "style.css, line 1: `@import` is not allowed"),
        BadFile(
            "style.css",
            "a{b:url(//x/y.png)}",
            "style.css, line 1: `url()` has to name a file in assets/"
        ),
        BadFile(
            "style.css",
            "a{b:URL( 'https://x')}",
            "style.css, line 1: `url()` has to name a file in assets/"
        ),
        BadFile(
            "style.css",
            "a{b:u\\72 l(https://x)}",
            "style.css, line 1: `url()` has to name a file in assets/"
        ),
        BadFile(
            "style.css",
            "a{b:u\\rl(x)}",
            "style.css, line 1: `url()` has to name a file in assets/"
        ),
        BadFile(
            "style.css",
            "a{b:1url(x)}",
            "style.css, line 1: `url()` has to name a file in assets/"
        ),
        BadFile(
            "style.css",
            "a{b:url(assets/gone.svg)}",
            "style.css, line 1: `url()` has to name a file in assets/"
        ),
        BadFile(
            "style.css",
            "a{b:url(assets\\/logo.svg)}",
            "style.css, line 1: `url()` has to name a file in assets/"
        ),
        BadFile(
            "style.css",
            "a{b:url(data:image/svg+xml,x)}",
            "style.css, line 1: `url()` has to name a file in assets/"
        ),
        BadFile("style.css", "a{b:url(x", "style.css, line 1: `url(` without its `)`"),
        BadFile(
            "style.css",
            "a{b:image-set('x' 1x)}",
            "style.css, line 1: `image-set()` is not allowed; `url()` is"
        ),
        BadFile(
            "style.css",
            "a{b:-webkit-image-set(var(--x) 1x)}",
            "style.css, line 1: `-webkit-image-set()` is not allowed; `url()` is"
        ),
        BadFile(
            "style.css",
            "<!--@import 'x';",
            "style.css, line 1: `<!--` has no place in a style"
        ),
        BadFile("style.css", "a{}\n\n/* b", "style.css, line 3: a comment without its end"),
        BadFile("style.css", "a{b:'c\n'}", "style.css, line 1: a string without its end"),
        BadFile("style.css", "a{\nb{}", "style.css, line 1: a `{` without its `}`"),
        BadFile("style.css", "a{}\n}", "style.css, line 2: a `}` without its `{`"),
        BadFile("style.css", "a\\\n{}", "style.css, line 1: a backslash before nothing"),
    ]

    static let badMarkup = [
        BadFile("head.html", "<script>x</script>", "head.html, line 1: `<script>` is not allowed"),
        BadFile("foot.html", "<p>a</p>\n<ScRipt>", "foot.html, line 2: `<ScRipt>` is not allowed"),
        BadFile("foot.html", "<style>p{}</style>", "foot.html, line 1: `<style>` is not allowed"),
        BadFile("masthead.html", "<form></form>", "masthead.html, line 1: `<form>` is not allowed"),
        BadFile("story-end.html", "<iframe>", "story-end.html, line 1: `<iframe>` is not allowed"),
        BadFile("foot.html", "<svg>", "foot.html, line 1: `<svg>` is not allowed"),
        BadFile("foot.html", "<h1>A</h1>", "foot.html, line 1: `<h1>` is not allowed"),
        BadFile("head.html", "<p>A</p>", "head.html, line 1: `<p>` is not allowed"),
        BadFile("head.html", "words", "head.html, line 1: words have no place here"),
        BadFile(
            "head.html",
            "<link rel=\"stylesheet\" href=\"https://x/\">",
            "head.html, line 1: `rel` of `<link>` says what it may not"
        ),
        BadFile(
            "head.html",
            "<meta http-equiv=\"refresh\">",
            "head.html, line 1: `http-equiv` is not allowed in `<meta>`"
        ),
        BadFile("foot.html", "<!-- a", "foot.html, line 1: a `<` without its `>`"),
        BadFile(
            "foot.html",
            "<!-- a -->",
            "foot.html, line 1: a `<` that begins no element; `&lt;` is the sign itself"
        ),
        BadFile(
            "foot.html",
            "\n1 < 2 > 1",
            "foot.html, line 2: a `<` that begins no element; `&lt;` is the sign itself"
        ),
        BadFile("foot.html", "<p>a", "foot.html, line 1: `<p>` is not closed"),
        BadFile("foot.html", "<p><b>a</p></b>", "foot.html, line 1: `</p>` closes nothing"),
        BadFile("foot.html", "</main>", "foot.html, line 1: `</main>` closes nothing"),
        BadFile("foot.html", "<p/>", "foot.html, line 1: `<p>` cannot close itself"),
        BadFile(
            "foot.html",
            "<p onclick=\"a()\">",
            "foot.html, line 1: `onclick` is not allowed in `<p>`"
        ),
        BadFile(
            "foot.html",
            "<p style=\"a:b\">",
            "foot.html, line 1: `style` is not allowed in `<p>`"
        ),
        BadFile("foot.html", "<p id=\"main\">", "foot.html, line 1: `id` is not allowed in `<p>`"),
        BadFile(
            "foot.html",
            "<p class=a>",
            "foot.html, line 1: `<p>` has more than attributes in `\"`"
        ),
        BadFile(
            "foot.html",
            "<p class=\"a\"lang=\"b\">",
            "foot.html, line 1: `<p>` has more than attributes in `\"`"
        ),
        BadFile(
            "foot.html",
            "<a href=\"javascript:a()\">",
            "foot.html, line 1: `href` of `<a>` says what it may not"
        ),
        BadFile(
            "foot.html",
            "<a href=\"java&#115;cript:a()\">",
            "foot.html, line 1: `href` of `<a>` says what it may not"
        ),
        BadFile(
            "foot.html",
            "<img src=\"https://x/y.png\">",
            "foot.html, line 1: `src` of `<img>` says what it may not"
        ),
        BadFile(
            "foot.html",
            String(repeating: "<p>", count: 33),
            "foot.html, line 1: `<p>` is too deep in others"
        ),
    ]

    static let badDrawings = [
        BadFile(
            "assets/a.svg",
            "<svg><script/></svg>",
            "assets/a.svg, line 1: `<script>` is not allowed"
        ),
        BadFile(
            "assets/a.svg",
            "<svg onload=\"a()\"/>",
            "assets/a.svg, line 1: `onload` is not allowed in `<svg>`"
        ),
        BadFile(
            "assets/a.svg",
            "<svg><foreignObject/></svg>",
            "assets/a.svg, line 1: `<foreignObject>` is not allowed"
        ),
        BadFile(
            "assets/a.svg",
            "<svg>\n<use href=\"https://x#y\"/></svg>",
            "assets/a.svg, line 2: `href` of `<use>` says what it may not"
        ),
        BadFile(
            "assets/a.svg",
            "<svg fill=\"URL(https://x)\"/>",
            "assets/a.svg, line 1: `fill` of `<svg>` says what it may not"
        ),
        BadFile(
            "assets/a.svg",
            "<svg fill=\"u\\72l(https://x)\"/>",
            "assets/a.svg, line 1: `fill` of `<svg>` says what it may not"
        ),
        BadFile(
            "assets/a.svg",
            "<svg fill=\"&#117;rl(https://x)\"/>",
            "assets/a.svg, line 1: `fill` of `<svg>` says what it may not"
        ),
        BadFile("assets/a.png", "no picture", "assets/a.png: it is no png"),
        BadFile("assets/a.webp", "RIFF1234WAVE", "assets/a.webp: it is no webp"),
        BadFile(
            "assets/a.js",
            "a()",
            "assets/a.js: an asset is one of jpg, png, svg, webp, woff, woff2"
        ),
        BadFile("assets/a/b.png", "", "assets/a/b.png: a name is like `logo-2.png`, in lower case"),
        BadFile(
            "assets/../b.png",
            "",
            "assets/../b.png: a name is like `logo-2.png`, in lower case"
        ),
        BadFile("assets/A.png", "", "assets/A.png: a name is like `logo-2.png`, in lower case"),
    ]

    @Test(arguments: ["headline", "dates", "notes", "body"])
    func `that leaves out what every reader has to see`(block: String) {
        let all = ["headline", "dates", "notes", "body"].filter { $0 != block }
        let blocks = Array("front newest\nstory \(all.joined(separator: " "))".utf8)
        #expect(
            sentence(about: [("blocks.txt", blocks)])
                == "the theme's blocks.txt, line 2: `\(block)` cannot be left out"
        )
    }

    @Test func `over its limits`() {
        let png: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
        func picture(_ count: Int) -> [UInt8] { png + [UInt8](repeating: 0, count: count - 8) }
        let mebibyte = 1 << 20
        #expect(sentence(about: [("assets/a.png", picture(mebibyte))]) == nil)
        #expect(
            sentence(about: [("assets/a.png", picture(mebibyte + 1))])
                == "the theme's assets/a.png: it has over 1 MiB"
        )
        let four = (0..<4).map { (name: "assets/\($0).png", bytes: picture(mebibyte)) }
        #expect(sentence(about: four) == nil)
        let more = four + [("assets/4.png", picture(8))]
        #expect(sentence(about: more) == "the theme: it has over 4 MiB or 256 files")
        let many = (0..<257).map { (name: "assets/\($0).png", bytes: png) }
        #expect(sentence(about: many) == "the theme: it has over 4 MiB or 256 files")
        #expect(
            sentence(about: [("foot.html", [UInt8](repeating: 0x61, count: 65_537))])
                == "the theme's foot.html: it has over 64 KiB"
        )
    }

    @Test func `where a file is there twice, or is no text`() {
        #expect(
            sentence(about: [("site.txt", []), ("site.txt", [])])
                == "the theme's site.txt: it is there twice"
        )
        #expect(
            sentence(about: [("site.txt", [0xff])]) == "the theme's site.txt: it is no UTF-8"
        )
    }

    @Test func `in a folder that holds anything but files`() throws {
        let folder = try TemporaryFolder()
        let link = folder.url.appending(path: "site.txt").path
        try FileManager.default.createSymbolicLink(
            atPath: link,
            withDestinationPath: "/etc/hostname"
        )
        let error = #expect(throws: PressError.self) { try Theme(in: folder.url) }
        #expect(error?.description == "the theme: it holds what is neither file nor folder")
        let gone = folder.url.appending(path: "gone")
        let missing = #expect(throws: PressError.self) { try Theme(in: gone) }
        #expect(missing?.description == "the theme: its folder cannot be read")
    }

    @Test(arguments: Seeds.smoke)
    func `or read, whatever its bytes are`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let names = [
            "site.txt", "style.css", "blocks.txt", "foot.html", "head.html", "assets/a.svg",
        ]
        let pieces = [
            "<", ">", "/", "\"", "'", "\\", "{", "}", "(", ")", "@", "url(", "*", "p", "svg", " ",
            "\n",
            "=", "&", "#", "story", "headline", "share", "1", "é", "\u{fffd}", "-",
        ]
        for _ in 0..<200 {
            let length = Int.random(in: 0..<40, using: &random)
            let text = (0..<length).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            var bytes = Array(text.utf8)
            if !bytes.isEmpty, Bool.random(using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(
                    in: 0...255,
                    using: &random
                )
            }
            let name = names.randomElement(using: &random) ?? "site.txt"
            let said = sentence(about: [(name, bytes)])
            #expect(said?.contains("\n") != true, "seed \(seed): \(bytes)")
        }
    }
}
