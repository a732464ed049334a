/// What stands below a story: translations, what it follows, what is related, the latest.
struct StorySurroundings {
    let story: PublicStory
    let site: PublicSite
    let neighbours: Neighbours
    let words: Words

    /// Writes one block of other stories; nothing beside a story that is not out.
    func write(_ block: StoryBlock, _ page: inout Markup) {
        guard story.isLive else { return }
        switch block {
        case .languages:
            let others = neighbours.translations.filter { $0.ordinal != story.ordinal }
            section("languages", words[.languages], others, &page) { other in
                LanguageNames.name(of: other.language)
            }
        case .related:
            let followed = neighbours.followed.map { [$0] } ?? []
            section("follows", words[.follows], followed, &page) { $0.title }
            section("related", words[.related], neighbours.related, &page) { $0.title }
        case .rail: rail(&page)
        default: break
        }
    }

    private func section(
        _ id: StaticString,
        _ title: String,
        _ stories: [PublicStory],
        _ page: inout Markup,
        _ name: (PublicStory) -> String
    ) {
        guard !stories.isEmpty else { return }
        page.raw("<section class=\"more\" aria-labelledby=\"")
        page.raw(id)
        page.raw("\"><h2 id=\"")
        page.raw(id)
        page.raw("\">")
        page.text(title)
        page.raw("</h2><ul>")
        for other in stories {
            page.raw("<li>")
            page.storyLink(other, name(other), in: story.language)
            page.raw("</li>")
        }
        page.raw("</ul></section>\n")
    }

    /// Fresh on fresh pages; on old ones it rests, and says of which month it tells.
    private func rail(_ page: inout Markup) {
        let rail = neighbours.rail
        guard !rail.isEmpty else { return }
        let isResting = site.isRailResting(of: story)
        page.raw("<aside class=\"rail\" aria-labelledby=\"rail\"><h2 id=\"rail\">")
        page.text(
            isResting
                ? "\(words[.moreFrom]) \(words.month(story.published.month))" : words[.latest]
        )
        page.raw("</h2><ol>")
        for other in rail {
            page.raw("<li>")
            page.storyLink(other, other.title, in: story.language)
            page.raw("</li>")
        }
        page.raw("</ol><p>")
        page.anchor("/latest/", words[.all])
        page.raw("</p></aside>\n")
    }
}

extension Markup {
    /// Writes a link to a story, marked where its language is another one.
    mutating func storyLink(_ story: PublicStory, _ words: String, in language: Language) {
        raw("<a href=\"/")
        text(story.folder)
        if story.language != language {
            raw("\" lang=\"")
            text(story.language.tag)
            raw("\" dir=\"")
            text(story.language.direction)
        }
        raw("\">")
        text(words)
        raw("</a>")
    }
}

/// What languages call themselves.
enum LanguageNames {
    static func name(of language: Language) -> String {
        names[language.primary] ?? language.tag
    }

    private static let names = [
        "ar": "العربية", "az": "Azərbaycanca", "de": "Deutsch", "en": "English", "es": "Español",
        "fa": "فارسی", "fr": "Français", "he": "עברית", "it": "Italiano", "ka": "ქართული",
        "nl": "Nederlands", "pl": "Polski", "pt": "Português", "ru": "Русский", "tr": "Türkçe",
        "uk": "Українська", "zh": "中文",
    ]
}
