extension Markup {
    /// Writes a list of stories: label, headline, standfirst, time, what changed.
    mutating func teasers(_ stories: [PublicStory], _ settings: SiteSettings) {
        guard !stories.isEmpty else {
            raw("<p>")
            text(settings.words[.empty])
            raw("</p>\n")
            return
        }
        raw("<ol class=\"stories\">\n")
        for story in stories { teaser(story, settings) }
        raw("</ol>\n")
    }

    private mutating func teaser(_ story: PublicStory, _ settings: SiteSettings) {
        raw("<li><article")
        if story.language != settings.language {
            raw(" lang=\"")
            text(story.language.tag)
            raw("\" dir=\"")
            text(story.language.direction)
            raw("\"")
        }
        raw("><p class=\"label\">")
        text(story.section)
        raw("</p>\n<h2>")
        anchor("/\(story.folder)", story.title)
        raw("</h2>\n")
        if let standfirst = story.standfirst {
            raw("<p>")
            lines(standfirst)
            raw("</p>\n")
        }
        let own = settings.words(in: story.language)
        raw("<p class=\"dates\">")
        time(story.published, own)
        if let change = Self.change(of: story, own) { text(" · \(change)") }
        raw("</p></article></li>\n")
    }

    /// "Corrected" or "Updated"; a status stands in the title.
    private static func change(of story: PublicStory, _ words: Words) -> String? {
        guard story.isLive else { return nil }
        let kinds = Set(story.notes.map(\.kind))
        if kinds.contains(.correction) || kinds.contains(.clarification) {
            return words[.corrected]
        }
        return story.isChanged ? words[.updated] : nil
    }
}
