/// The pages that say how things work: the feeds, how to check, and "not found".
struct WordPages {
    let site: PublicSite

    func bytes(_ page: SitePart.WordPage) -> [UInt8] {
        switch page {
        case .feeds: feeds
        case .checking: checking
        case .notFound: notFound
        }
    }

    private var settings: SiteSettings { site.settings }
    private var words: Words { settings.words }

    private func frame(_ title: String, _ path: String) -> PageFrame {
        PageFrame(settings: settings, language: settings.language, title: title, path: path)
    }

    private var feeds: [UInt8] {
        frame(words[.feeds], "feeds/").page { page in
            page.raw("<h1>")
            page.text(words[.feeds])
            page.raw("</h1>\n<ul class=\"names\">")
            for key in site.feedKeys {
                page.raw("<li>")
                page.text("\(site.label(of: key)): ")
                for format in FeedFormat.allCases {
                    page.anchor("/\(key.stem.pathEscaped).\(format.rawValue)", format.name)
                    page.raw(" ")
                }
                page.raw("</li>\n")
            }
            page.raw("</ul>\n")
        }
    }

    private var notFound: [UInt8] {
        var frame = frame(words[.notFound], "404.html")
        frame.isHidden = true
        return frame.page { page in
            page.raw("<h1>")
            page.text(words[.notFound])
            page.raw("</h1>\n<p>")
            page.anchor("/latest/", words[.all])
            page.raw("</p>\n")
        }
    }

    /// How to check is in English everywhere: it is about commands.
    private var checking: [UInt8] {
        frame(words[.checking], "checking/").page { page in
            page.raw("<h1>")
            page.text(words[.checking])
            page.raw("</h1>\n<div lang=\"en\" dir=\"ltr\">\n")
            page.raw(Self.explanation)
            page.raw("<pre tabindex=\"0\">")
            page.text(commands)
            page.raw("</pre>\n")
            page.raw(Self.limits)
            page.raw("</div>\n")
        }
    }

    private var commands: String {
        """
        curl -O \(settings.url("checking/verify_proof.sh"))
        curl -O \(settings.url("checking/verify_inclusion.sh"))
        curl -O \(settings.url("\(wellKnown)/keys.tar"))
        curl -O STORY/proof/N.tar
        sh verify_proof.sh N.tar keys.tar root-1.pem
        tar -xOf N.tar receipt.txt > receipt.txt
        sh verify_inclusion.sh receipt.txt \(settings.url("\(wellKnown)/log"))

        """
    }

    private static let explanation: StaticString = """
        <p>Every story has a proof: the exact text, the signed statements of those who cleared and
        released it, and the receipt of the press. With <code>openssl</code>,
        <code>sha256sum</code> and a shell you can check that these people&#39;s devices cleared and
        released exactly these bytes, and that the public log holds the receipt.</p>
        <p>Take the newsroom&#39;s root key, <code>root-1.pem</code>, from a place that you trust
        besides this site: from print, or from a friend who has had it for long.</p>

        """

    private static let limits: StaticString = """
        <p>A proof does not show that it is the newest version (the story&#39;s page and the log do),
        nor that everybody sees the same log: compare checkpoints with others.</p>

        """
}

extension PublicSite {
    /// All feeds, in the order in which they are listed.
    var feedKeys: [FeedKey] {
        guard !receipts.isEmpty else { return [] }
        let others = lists.keys.inOrder().compactMap { key -> FeedKey? in
            switch key {
            case .section(let name): .section(name)
            case .language(let name): .language(name)
            case .latest, .tag, .author: nil
            }
        }
        return [.all, .corrections] + others
    }

    /// What a feed is called among others.
    func title(of key: FeedKey) -> String {
        key == .all ? settings.name : "\(settings.name): \(label(of: key))"
    }

    /// What a feed is called on this site.
    func label(of key: FeedKey) -> String {
        guard let list = key.list else { return settings.words[.corrections] }
        return label(of: list)
    }
}
