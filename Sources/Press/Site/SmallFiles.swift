/// The files that are not for reading: robots, redirects, the stub at an old address.
struct SmallFiles {
    let site: PublicSite

    var robots: [UInt8] {
        let maps = ["sitemap.xml", "sitemap-news.xml"].map {
            "Sitemap: \(site.settings.url($0))\n"
        }
        return Array(("User-agent: *\nAllow: /\n\n" + maps.joined()).utf8)
    }

    /// `301 OLD NEW`, `410 PATH`, `451 PATH`; `/x/` covers all below it, `=/x/` only itself.
    var redirects: [UInt8] {
        var lines: [String] = []
        for part in site.stubs {
            guard case .stub(let ordinal, let folder) = part else { continue }
            lines.append("301 /\(folder) /\(site.stories[ordinal].folder)")
        }
        for month in site.months {
            lines.append("301 =/\(month)/ /latest/\(month)/")
        }
        for year in Set(site.months.map { $0.prefix(4) }).sorted() {
            lines.append("301 =/\(year)/ /latest/")
        }
        for ordinal in site.removed.sorted() {
            let story = site.stories[ordinal]
            let isByLaw = story.newest.note?.hasPrefix("451 ") == true
            lines.append("\(isByLaw ? 451 : 410) =/\(story.folder)")
        }
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    /// The page at an old address, for servers without redirects.
    func stub(to story: PublicStory) -> [UInt8] {
        var page = Markup()
        page.raw("<!DOCTYPE html>\n<html lang=\"")
        page.text(story.language.tag)
        page.raw("\"><head><meta charset=\"utf-8\">\n<title>")
        page.text(story.title)
        page.raw("</title>\n")
        page.link("canonical", story.url)
        page.raw("<meta name=\"robots\" content=\"noindex\">\n")
        page.raw("<meta http-equiv=\"refresh\" content=\"0; url=/")
        page.text(story.folder)
        page.raw("\">\n")
        page.raw(
            "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/feeds/all.atom\">\n"
        )
        page.raw("</head><body><p>")
        page.anchor("/\(story.folder)", story.title)
        page.raw("</p></body></html>\n")
        return page.bytes
    }
}

extension PublicSite {
    /// The old addresses of stories.
    var stubs: [SitePart] {
        moved.sorted().map { stories[$0] }.flatMap { story in
            parts(of: story).filter { part in
                if case .stub = part { true } else { false }
            }
        }
    }

    /// The months that have stories, ascending.
    var months: [String] { (lists[.latest]?.months.keys.sorted()) ?? [] }
}

extension String {
    /// The text as one value of a query.
    var queryEscaped: String {
        pathEscaped.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "%2F")
    }
}
