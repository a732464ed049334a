/// The newest thirty of a list, and the months that it has more of.
struct ListPage {
    let key: ListKey
    let list: StoryList
    let site: PublicSite

    var stories: [PublicStory] { list.ordinals.suffix(30).reversed().map { site.stories[$0] } }

    var bytes: [UInt8] {
        let words = site.settings.words
        let title = site.label(of: key)
        let frame = PageFrame(
            settings: site.settings,
            language: site.settings.language,
            title: title,
            path: "\(key.path)/"
        )
        return frame.page { page in
            page.raw("<h1>")
            page.text(title)
            page.raw("</h1>\n")
            page.teasers(stories, site.settings)
            guard list.ordinals.count > 30 || key == .latest else { return }
            page.raw("<section class=\"more\"><h2>")
            page.text(words[.months])
            page.raw("</h2><ul class=\"months\">")
            for month in list.months.keys.sorted(by: >) {
                page.item("/\(key.path.pathEscaped)/\(month)/", words.month(month))
            }
            page.raw("</ul></section>\n")
        }
    }
}

/// A month of a list by day, or one day where the month has very many.
struct PeriodPage {
    let key: ListKey
    /// `2026/01` or `2026/01/02`.
    let period: String
    let site: PublicSite

    private var month: String { period.split(separator: "/").prefix(2).joined(separator: "/") }
    private var isDay: Bool { period != month }

    var stories: [PublicStory] {
        let all = (site.lists[key]?.months[month] ?? []).map { site.stories[$0] }
        return isDay ? all.filter { $0.published.day == period } : all
    }

    var bytes: [UInt8] {
        let (words, language) = (site.settings.words, site.settings.language)
        let title =
            "\(site.label(of: key, newest: stories.last)): \(isDay ? dayTitle(words) : words.month(month))"
        let frame = PageFrame(
            settings: site.settings,
            language: language,
            title: title,
            path: "\(key.path)/\(period)/"
        )
        return frame.page { page in
            page.raw("<h1>")
            page.text(title)
            page.raw("</h1>\n")
            let stories = stories
            if isDay {
                links(stories, &page)
            } else {
                days(stories, words, &page)
            }
        }
    }

    private func dayTitle(_ words: Words) -> String {
        stories.first.map { words.date($0.published) } ?? period
    }

    private func days(_ stories: [PublicStory], _ words: Words, _ page: inout Markup) {
        let isLong = stories.count > daysFrom
        var rest = stories[...]
        if isLong { page.raw("<ul>") }
        while let first = rest.first {
            let day = first.published.day
            let group = rest.prefix { $0.published.day == day }
            rest = rest.dropFirst(group.count)
            if isLong {
                page.raw("<li>")
                page.anchor("/\(key.path.pathEscaped)/\(day)/", words.date(first.published))
                page.text(" (\(group.count))")
                page.raw("</li>")
            } else {
                page.raw("<h2>")
                page.text(words.date(first.published))
                page.raw("</h2>\n")
                links(Array(group), &page)
            }
        }
        if isLong { page.raw("</ul>\n") }
    }

    private func links(_ stories: [PublicStory], _ page: inout Markup) {
        page.raw("<ul>")
        for story in stories {
            page.raw("<li>")
            page.storyLink(story, story.title, in: site.settings.language)
            page.raw("</li>\n")
        }
        page.raw("</ul>\n")
    }
}

/// The names of all sections, tags or authors, with counts, in the order of their bytes.
struct NamesPage {
    let kind: SitePart.NameKind
    let site: PublicSite

    var bytes: [UInt8] {
        let title = site.settings.words[label]
        let frame = PageFrame(
            settings: site.settings,
            language: site.settings.language,
            title: title,
            path: "\(kind.rawValue)/"
        )
        return frame.page { page in
            page.raw("<h1>")
            page.text(title)
            page.raw("</h1>\n")
            guard !keys.isEmpty else { return }
            page.raw("<ul class=\"names\">")
            for key in keys {
                page.raw("<li>")
                page.anchor("/\(key.path.pathEscaped)/", site.label(of: key))
                page.text(" (\(site.lists[key]?.ordinals.count ?? 0))")
                page.raw("</li>\n")
            }
            page.raw("</ul>\n")
        }
    }

    private var keys: [ListKey] {
        site.lists.keys.filter { $0.path.hasPrefix("\(kind.rawValue)/") }.inOrder()
    }

    private var label: Words.Label {
        switch kind {
        case .sections: .sections
        case .tags: .topics
        case .authors: .authors
        }
    }
}

extension PublicSite {
    /// What a list is called: as its newest story writes it.
    func label(of key: ListKey) -> String {
        label(of: key, newest: lists[key]?.ordinals.last.map { stories[$0] })
    }

    /// What a list is called as a story writes it; on a month's page its newest there, so that an
    /// old page does not change when a story is added.
    func label(of key: ListKey, newest: PublicStory?) -> String {
        switch key {
        case .latest: return settings.words[.all]
        case .section: return newest?.section ?? ""
        case .tag(let name): return newest?.tags.first { Name.plain($0) == name } ?? name
        case .author(let name): return newest?.authors.first { Name.plain($0) == name } ?? name
        case .language(let tag): return LanguageNames.name(of: Language(tag))
        }
    }
}
