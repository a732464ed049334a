import Foundation
import FoundationNetworking
import Hub
import Newsroom
import Press
import TestSupport
import Testing

/// publishing.md 6, a test a row.
struct `The public site` {
    private let table = SiteTable(
        index: PressIndex(
            parsing: """
                stet-press-index/1
                index.html\ttext/html; charset=utf-8\t\(hash("a"))\t2000\t1767225600000
                404.html\ttext/html; charset=utf-8\t\(hash("b"))\t20\t1767225600000
                2026/01/ferry/index.html\ttext/html; charset=utf-8\t\(hash("c"))\t20\t1767225600000
                2026/01/ferry/proof/1.tar\tapplication/x-tar\t\(hash("d"))\t9000\t1767225600000
                2026/01/gone/index.html\ttext/html; charset=utf-8\t\(hash("e"))\t30\t1767225600000
                feeds/all.atom\tapplication/atom+xml; charset=utf-8\t\(hash("f"))\t3000\t1767225600000
                assets/site.1a2b3c4d.css\ttext/css; charset=utf-8\t\(hash("0"))\t300\t1767225600000
                sections/şəhər/index.html\ttext/html; charset=utf-8\t\(hash("1"))\t20\t1767225600000

                """
        ) ?? PressIndex(),
        redirects: """
            301 /2026/01/old/ /2026/01/ferry/
            301 =/2026/ /latest/
            410 =/2026/01/gone/
            451 =/2026/01/court/

            """,
        isSecret: true
    )

    private static func hash(_ digit: String) -> String { String(repeating: digit, count: 64) }

    private func answer(
        _ path: String,
        _ change: (inout SiteQuestion) -> Void = { _ in }
    )
        -> SiteAnswer
    {
        var question = SiteQuestion(path: path)
        change(&question)
        return table.answer(to: question)
    }

    @Test(arguments: [
        ("/", "index.html"), ("/2026/01/ferry/", "2026/01/ferry/index.html"),
        ("/feeds/all.atom", "feeds/all.atom"),
        ("/sections/%C5%9F%C9%99h%C9%99r/", "sections/şəhər/index.html"),
    ])
    func `answers 200 with what is in the press's index`(path: String, file: String) {
        #expect(answer(path).status == 200)
        #expect(answer(path).file?.path == file)
        #expect(answer(path).hasBody)
        #expect(answer(path) { $0.method = "HEAD" }.status == 200)
        #expect(!answer(path) { $0.method = "HEAD" }.hasBody)
    }

    @Test(arguments: [
        ("/2026/01/old/", "/2026/01/ferry/"),
        ("/2026/01/old/proof/1.tar", "/2026/01/ferry/proof/1.tar"),
        ("/2026/", "/latest/"), ("/2026/01/ferry", "/2026/01/ferry/"),
        ("/sections/%C5%9F%C9%99h%C9%99r", "/sections/%C5%9F%C9%99h%C9%99r/"),
    ])
    func `sends on from an old address, and to the slash`(path: String, new: String) {
        #expect(answer(path).status == 301)
        #expect(answer(path)["Location"] == new)
    }

    @Test func `answers 410 and 451 with the notice, for a minute`() {
        #expect(answer("/2026/01/gone/").status == 410)
        #expect(answer("/2026/01/gone/").file?.path == "2026/01/gone/index.html")
        #expect(answer("/2026/01/gone/")["Cache-Control"] == "max-age=60")
        #expect(answer("/2026/01/court/").status == 451)
        #expect(answer("/2026/01/court/").file?.path == "404.html")
    }

    @Test(arguments: [
        "/nowhere/", "/../etc/passwd", "/.stet/press-index", "/2026/01/ferry/%2e%2e/", "/%", "/%zz",
        "/%00", "nonsense", "", "/%ff", "//", "/2026/01/ferry//",
    ])
    func `answers 404 with its page for anything else`(path: String) {
        #expect(answer(path).status == 404)
        #expect(answer(path).file?.path == "404.html")
    }

    @Test(arguments: ["/nowhere/", "/2026/01/old/", "/2026/01/gone/", "/2026/01/ferry"])
    func `sends no body to HEAD, whatever it answers`(path: String) {
        let head = answer(path) { $0.method = "HEAD" }
        #expect(head.status == answer(path).status)
        #expect(!head.hasBody && answer(path).hasBody)
    }

    @Test func `answers 405 and 414 to what makes no sense`() {
        #expect(answer("/") { $0.method = "POST" }.status == 405)
        #expect(answer("/") { $0.method = "POST" }["Allow"] == "GET, HEAD")
        #expect(answer("/" + String(repeating: "a", count: 2_048)).status == 414)
    }

    @Test(arguments: [
        ("\"\(String(repeating: "a", count: 32))\"", true), ("*", true),
        ("W/\"\(String(repeating: "a", count: 32))-gz\"", true),
        ("\"x\", \"\(String(repeating: "a", count: 32))-gz\"", true), ("\"x\"", false), ("", false),
    ])
    func `answers 304 to who has it, by tag`(tags: String, isKnown: Bool) {
        let old = "Wed, 31 Dec 2025 00:00:00 GMT"
        let new = answer("/") { ($0.ifNoneMatch, $0.ifModifiedSince) = (tags, old) }
        #expect(new.status == (isKnown ? 304 : 200))
        // Tags go before times, even where the time alone would do.
        let same = answer("/") {
            ($0.ifNoneMatch, $0.ifModifiedSince) = (tags, "Thu, 01 Jan 2026 00:00:00 GMT")
        }
        #expect(same.status == (isKnown ? 304 : 200))
    }

    @Test(arguments: [
        ("Thu, 01 Jan 2026 00:00:00 GMT", 304), ("Thu, 01 Jan 2026 00:00:01 GMT", 304),
        ("Wed, 31 Dec 2025 23:59:59 GMT", 200), ("yesterday", 200), ("", 200),
    ])
    func `answers 304 to who has it, by time`(since: String, status: Int) {
        #expect(answer("/") { $0.ifModifiedSince = since }.status == status)
        #expect(answer("/")["Last-Modified"] == "Thu, 01 Jan 2026 00:00:00 GMT")
    }

    @Test func `packs text over 1 KiB for who understands it, and says that it varies`() {
        #expect(answer("/") { $0.takesGzip = true }.isPacked)
        #expect(answer("/")["Vary"] == "Accept-Encoding")
        #expect(!answer("/2026/01/ferry/") { $0.takesGzip = true }.isPacked)
        #expect(!answer("/2026/01/ferry/proof/1.tar") { $0.takesGzip = true }.isPacked)
        #expect(answer("/2026/01/ferry/proof/1.tar")["Vary"] == nil)
    }

    @Test func `says for how long a copy is good, to whom it is open, and what a page may do`() {
        #expect(answer("/")["Cache-Control"] == "public, max-age=60")
        #expect(answer("/feeds/all.atom")["Cache-Control"] == "public, max-age=300")
        let style = answer("/assets/site.1a2b3c4d.css")["Cache-Control"]
        #expect(style == "public, max-age=31536000, immutable")
        #expect(answer("/feeds/all.atom")["Access-Control-Allow-Origin"] == "*")
        #expect(answer("/feeds/all.atom")["Link"] == "</feeds/all.atom>; rel=\"self\"")
        #expect(answer("/2026/01/ferry/proof/1.tar")["Access-Control-Allow-Origin"] == "*")
        #expect(answer("/")["Access-Control-Allow-Origin"] == nil)
        #expect(answer("/")["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
        for path in ["/", "/feeds/all.atom", "/nowhere"] {
            #expect(answer(path)["X-Content-Type-Options"] == "nosniff")
            #expect(answer(path)["Strict-Transport-Security"] == "max-age=31536000")
        }
    }

    @Test func `answers an address 200 times at once and then 50 times a second`() {
        let budget = AddressBudget()
        #expect((0..<300).count { _ in budget.takes("192.0.2.1", at: 10) } == 200)
        #expect((0..<300).count { _ in budget.takes("192.0.2.1", at: 11) } == 50)
        #expect(budget.takes("192.0.2.2", at: 11))
        #expect((0..<300).count { budget.takes("2001:db8:1:2::\($0)", at: 11) } == 200)
        #expect(budget.takes("2001:db8:1:3::1", at: 11))
    }
}

extension SiteAnswer {
    /// The value of a header; nil where it is not sent.
    fileprivate subscript(name: String) -> String? { headers.first { $0.0 == name }?.1 }
}
