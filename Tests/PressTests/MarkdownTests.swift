import Newsroom
import Press
import Testing

struct `A body` {
    private static let context = BodyContext(
        site: "https://example.org",
        url: "https://example.org/2026/01/bridge/",
        address: { $0.description == "tower" ? "https://example.org/2026/01/tower/" : nil },
        picture: { _ in nil }
    )

    private func html(_ body: String) throws -> String {
        String(decoding: try bodyHTML(of: body, in: Self.context).bytes, as: UTF8.self)
    }

    private func refusal(_ body: String) -> String? {
        do {
            _ = try bodyHTML(of: body, in: Self.context)
            return nil
        } catch {
            return error.description
        }
    }

    @Test(
        arguments: [
            (
                "a *b* **c** ~~d~~ `e<f`",
                "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;f</code></p>\n"
            ),
            ("# One\n\n#### Two", "<h2 id=\"part-one\">One</h2>\n<h4 id=\"part-two\">Two</h4>\n"),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
            ("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"),
            ("> q", "<blockquote>\n<p>q</p>\n</blockquote>\n"),
            ("```sh\nx\n```", "<pre><code>x\n</code></pre>\n"),
            ("a  \nb\n\n---", "<p>a<br>\nb</p>\n<hr>\n"),
            (
                "|a|b|\n|-|-|\n|c|d|",
                "<table>\n<thead>\n<tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr>\n</thead>\n<tbody>\n<tr><td>c</td><td>d</td></tr>\n</tbody>\n</table>\n"
            ),
            ("[t](story:tower)", "<p><a href=\"https://example.org/2026/01/tower/\">t</a></p>\n"),
            (
                "[t](#one)",
                "<p><a href=\"https://example.org/2026/01/bridge/#part-one\">t</a></p>\n"
            ),
            (
                "<HTTPS://Example.org/ä>",
                "<p><a href=\"https://Example.org/%C3%A4\">HTTPS://Example.org/ä</a></p>\n"
            ),
            (
                "- [ ] task, https://example.org",
                "<ul>\n<li>[ ] task, https://example.org</li>\n</ul>\n"
            ),
            ("\"quoted\" -- it's", "<p>&quot;quoted&quot; -- it&#39;s</p>\n"),
        ]
    )
    func `becomes what the table of the plan says`(body: String, expected: String) throws {
        #expect(try html(body) == expected)
    }

    @Test func `carries footnotes to its end and back`() throws {
        let html = try html("So[^a] and so[^a].\n\n[^a]: Because.\n")
        #expect(
            html.contains(
                "<sup id=\"fnref-1\"><a href=\"https://example.org/2026/01/bridge/#fn-1\">1</a></sup>"
            )
        )
        #expect(html.contains("<sup id=\"fnref-1-2\">"))
        #expect(html.contains("<li id=\"fn-1\">\n<p>Because.</p>\n"))
        #expect(html.contains("#fnref-1-2\">\u{21a9}</a>"))
    }

    @Test(
        arguments: [
            "<script>x</script>", "a <b onclick=x>b</b>", "<!-- c -->", "<svg/onload=x>",
            "[a](javascript:alert%281%29)", "[a](JaVaScRiPt:x)", "[a](data:text/html,x)",
            "[a](vbscript:x)", "[a](//evil.example)", "[a](https://user@evil.example)",
            "[a](file:///etc/passwd)", "[a](/relative)", "[a](story:missing)", "[a](https://)",
            "[a](ht\ttps://x)", "![a](https://evil.example/x.png)", "![](media:00)",
            "text ![a](media:00) text", "##### deep", "[a](&#106;avascript:x)",
            "[a](<java\nscript:x>)\n<iframe src=x>",
        ]
    )
    func `is refused where a stranger could get in`(body: String) {
        let said = refusal("Fine.\n\n" + body + "\n")
        let isRefused = said?.contains("line 3") ?? false
        let html = (try? self.html("Fine.\n\n" + body + "\n")) ?? ""
        let isInert =
            !html.isEmpty && !html.contains("href=\"j") && !html.contains("<script")
            && !html.contains("<iframe") && !html.contains("<img")
        #expect(isRefused || isInert, "\(body): \(said ?? html)")
    }

    @Test func `cannot close an attribute, whatever its characters`() throws {
        let html = try html("[a\"\u{301}>](https://example.org/\"\u{301}onload=x)\n")
        #expect(html.contains("a&quot;\u{301}&gt;</a>"))
        #expect(html.contains("https://example.org/%22%CC%81onload=x"))
    }

    @Test(
        arguments: [
            (String(repeating: "x", count: 300_000), "the body has"),
            (String(repeating: "x", count: 40_000), "line 1: over 32768 bytes"),
            (String(repeating: "|a", count: 70), "line 1: over 64 table cells"),
            (String(repeating: "|a|b|c|d|e|f|g|h|\n", count: 2_500), "the tables are too large"),
            (String(repeating: ">", count: 20) + "x", "line 1: over 12 block markers"),
            (String(repeating: "[^a] ", count: 600), "footnote marks"),
            ("[a]: /x\n" + String(repeating: "[", count: 30_000), "too many brackets"),
            (String(repeating: "a **b", count: 40_000), ""),
            (String(repeating: "*a _b ", count: 5_000), ""),
            ("a\u{0}b", "holds U+0000"),
        ]
    )
    func `is bounded in what it may cost`(body: String, expected: String) {
        let said = refusal(body) ?? ""
        #expect(said.contains(expected), "\(said)")
    }

    @Test(arguments: [("10", "no letter"), ("2026", "no letter"), ("a1", nil)])
    func `needs an address that no year has`(slug: String, expected: String?) throws {
        let slug = try #require(Slug(slug))
        let document = CanonicalDocument(fields: [.headline: "H"], body: "x\n")
        let said = pressRefusal(of: document, slug: slug)?.description
        #expect(said?.contains(expected ?? "-") == (expected == nil ? nil : true))
    }

    @Test func `is refused with direction marks that reach beyond their field`() throws {
        let slug = try #require(Slug("bridge"))
        let open = CanonicalDocument(fields: [.headline: "a\u{202e}b"], body: "x\n")
        #expect(
            pressRefusal(of: open, slug: slug)?.description
                == "direction marks out of balance in the headline"
        )
        let closed = CanonicalDocument(fields: [.headline: "a\u{2068}b\u{2069}"], body: "x\n")
        #expect(pressRefusal(of: closed, slug: slug) == nil)
    }
}
