import Newsroom

/// The history of a story: its receipts, their proofs, and how to check them.
struct ProofPage {
    let story: PublicStory
    let face: SiteFace

    var bytes: [UInt8] {
        let words = Words.of(story.language)
        let frame = PageFrame(
            site: face,
            words: words,
            language: Language(story.language),
            title: "\(words[.history]): \(story.headline)",
            path: "\(story.folder)proof/"
        )
        return frame.page { page in
            page.raw("<h1>")
            page.text(words[.history])
            page.raw("</h1>\n<p>")
            page.anchor("/\(story.folder)", story.headline)
            page.raw("</p>\n")
            for receipt in story.receipts.reversed() { write(receipt, words, &page) }
        }
    }

    private func write(_ receipt: Receipt, _ words: Words, _ page: inout Markup) {
        page.raw("<section><h2>")
        page.text("\(receipt.issue.version): \(receipt.fields["kind"] ?? receipt.action)")
        page.raw("</h2>\n<p>")
        page.time(receipt.issued, words)
        page.raw(", ")
        page.anchor("\(receipt.number).tar", "\(receipt.number).tar")
        page.raw("</p>\n<pre tabindex=\"0\">")
        page.text(String(decoding: receipt.record.text, as: UTF8.self))
        page.raw("</pre>\n<pre tabindex=\"0\">")
        page.text(
            """
            curl -O \(story.url)proof/\(receipt.number).tar
            curl -O \(face.address)/.well-known/stet/keys.tar
            sh verify_proof.sh \(receipt.number).tar keys.tar root-1.pem

            """
        )
        page.raw("</pre></section>\n")
    }
}
