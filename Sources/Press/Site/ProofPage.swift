/// The history of a story: its receipts, their proofs, and how to check them.
struct ProofPage {
    let story: PublicStory
    let site: PublicSite

    private var words: Words { site.settings.words(in: story.language) }

    var bytes: [UInt8] {
        let frame = PageFrame(
            settings: site.settings,
            language: story.language,
            title: "\(words[.proof]): \(story.title)",
            path: "\(story.folder)proof/"
        )
        return frame.page { page in
            page.raw("<h1>")
            page.text(words[.proof])
            page.raw("</h1>\n<p>")
            page.anchor("/\(story.folder)", story.title)
            page.raw(" · ")
            page.anchor("/checking/", words[.checking])
            page.raw("</p>\n")
            for receipt in story.receipts.reversed() { write(receipt, &page) }
        }
    }

    private func write(_ receipt: Receipt, _ page: inout Markup) {
        page.raw("<section><h2>")
        page.text("\(receipt.version). \(words[receipt.label])")
        page.raw("</h2>\n<p>")
        page.time(receipt.issued, words)
        page.raw(" · ")
        page.anchor("\(receipt.number).tar", "\(receipt.number).tar")
        page.raw("</p>\n")
        code(String(decoding: receipt.text, as: UTF8.self), &page)
        let proof = "\(story.url)proof/\(receipt.number).tar"
        let keys = site.settings.url("\(wellKnown)/keys.tar")
        code(
            """
            curl -O \(proof)
            curl -O \(keys)
            sh verify_proof.sh \(receipt.number).tar keys.tar root-1.pem

            """,
            &page
        )
        page.raw("</section>\n")
    }

    private func code(_ text: String, _ page: inout Markup) {
        page.raw("<pre dir=\"ltr\" tabindex=\"0\">")
        page.text(text)
        page.raw("</pre>\n")
    }
}

extension Receipt {
    /// The word for what was done with it: what was issued, or what changed.
    fileprivate var label: Words.Label {
        switch action {
        case .withheld: return .withheld
        case .restored: return .restored
        case .withdrawn: return .retracted
        case .removed: return .removed
        case .dropped: return .dropped
        case .issued: break
        }
        switch fields["kind"] {
        case "correction": return .correction
        case "clarification": return .clarification
        case "update": return .update
        case "refile": return .again
        default: return .published
        }
    }
}
