import Newsroom

/// The front page: of the 30 newest stories the urgent first, then each section's newest five.
struct FrontPage {
    let site: PublicSite

    var bytes: [UInt8] {
        let language = site.settings.language
        let frame = PageFrame(settings: site.settings, language: language, title: "", path: "")
        return frame.page { page in
            page.raw("<h1 class=\"unseen\">")
            page.text(site.settings.name)
            page.raw("</h1>\n")
            for block in site.settings.theme.frontBlocks { write(block, &page) }
        }
    }

    private func write(_ block: FrontBlock, _ page: inout Markup) {
        switch block {
        case .newest: page.teasers(Array(newest.prefix(10)), site.settings)
        case .sections: for section in sections { self.section(section, &page) }
        }
    }

    /// The stories that it shows.
    var stories: [PublicStory] { newest + sections.flatMap { newest(of: $0) } }

    private var newest: [PublicStory] {
        let newest = (site.lists[.latest]?.ordinals ?? []).suffix(30).reversed()
            .map { site.stories[$0] }
        return newest.filter(\.isUrgent) + newest.filter { !$0.isUrgent }
    }

    /// The sections of the newest stories, as the theme orders them, then by name.
    private var sections: [ListKey] {
        let present = Set(newest.map { ListKey.section(Name.plain($0.section)) })
        let ordered = site.settings.theme.sections.map { ListKey.section(Name.plain($0)) }
        return ordered.filter { present.contains($0) }
            + present.subtracting(ordered).sorted()
    }

    private func newest(of section: ListKey) -> [PublicStory] {
        (site.lists[section]?.ordinals ?? []).suffix(5).reversed().map { site.stories[$0] }
    }

    private func section(_ key: ListKey, _ page: inout Markup) {
        let stories = newest(of: key)
        guard let label = stories.first?.section else { return }
        page.raw("<section class=\"more\"><h2>")
        page.anchor("/\(key.path.pathEscaped)/", label)
        page.raw("</h2><ul>")
        for story in stories {
            page.raw("<li>")
            page.storyLink(story, story.title, in: site.settings.language)
            page.raw("</li>")
        }
        page.raw("</ul></section>\n")
    }
}

extension PublicStory {
    /// Whether it goes first: urgency 1 or 2.
    var isUrgent: Bool { isLive && ["1", "2"].contains(document.fields[.urgency] ?? "") }
}
