import Press
import TestSupport
import Testing

struct `HTML of strangers` {
    @Test(
        arguments: [
            ("a &amp; b", [.text("a & b")]),
            ("<P Class=x>a</p >", [.open("p", ["class": "x"]), .text("a"), .close("p")]),
            ("<a href='1' href=2 b>c", [.open("a", ["href": "1", "b": ""]), .text("c")]),
            ("<a\n href = \"&quot;x&quot;\"/>", [.open("a", ["href": "\"x\""])]),
            ("1 < 2 </ 3 <", [.text("1 < 2 </ 3 <")]),
            ("a<!-- b --> c", [.text("a"), .comment(" b "), .text(" c")]),
            ("<!doctype html><?x?>", [.comment("doctype html"), .comment("x?")]),
            (
                "<script>if (a<b) '</p>'</SCRIPT>c",
                [
                    .open("script", [:]), .source("script", "if (a<b) '</p>'"), .close("script"),
                    .text("c"),
                ]
            ),
            ("<title>a", [.open("title", [:]), .source("title", "a")]),
            ("<!--", [.comment("")]), ("<!", [.comment("")]), ("<a", [.open("a", [:])]),
            ("<a =b>c", [.open("a", ["=b": ""]), .text("c")]),
            ("<a b='", [.open("a", ["b": ""])]),
            ("", []),
        ] as [(String, [HTMLToken])]
    )
    func `is cut as a browser cuts it`(html: String, tokens: [HTMLToken]) {
        #expect(Array(HTMLTokens(html)) == tokens)
    }

    @Test(
        arguments: [
            ("&Uuml;&szlig;&eacute;", "Üß\u{e9}"), ("&#8217;&#x2019;&#X2019;", "’’’"),
            ("&#146;", "’"), ("&#0;&#x110000;&#xfffe;", "&#0;&#x110000;&#xfffe;"),
            ("&unknown; & &amp", "&unknown; & &amp"), ("&nbsp;x", "\u{a0}x"),
            ("&thinsp;x", "\u{2009}x"), ("&#10;x", " x"), ("&apos;&hellip;&rlm;", "'…\u{200f}"),
        ]
    )
    func `has characters by name and number`(html: String, text: String) {
        #expect(Array(HTMLTokens(html)) == [.text(text)])
    }

    /// The bytes that a tokenizer looks at, in every order.
    @Test func `is cut to its end, however short and broken`() {
        let pieces = ["<", ">", "a", "/", "\"", "=", " ", "!", "--", "&", "title"]
        var tooMany: [String] = []
        for number in 0..<(pieces.count * pieces.count * pieces.count * pieces.count) {
            var (html, rest) = ("", number)
            for _ in 0..<4 {
                html += pieces[rest % pieces.count]
                rest /= pieces.count
            }
            if Array(HTMLTokens(html)).count > html.utf8.count { tooMany.append(html) }
        }
        #expect(tooMany == [])
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: ["<", "<a", "<!--", "<a b=\"", "</", "&#", "<title>", "<a b", "<![CDATA[", "--"]
    )
    func `takes no longer for being repeated`(piece: String) {
        let html = String(repeating: piece, count: 100_000 / piece.utf8.count)
        #expect(HTMLTokens(html).reduce(0) { count, _ in count + 1 } <= 200_000)
    }
}
