/// The front page: the newest stories.
struct FrontPage {
    let face: SiteFace
    let language: Language
    let stories: [PublicStory]

    var bytes: [UInt8] {
        let words = Words.of(language.primary)
        let frame = PageFrame(site: face, words: words, language: language, title: "", path: "")
        return frame.page { page in
            page.raw("<h1 class=\"name\">")
            page.text(face.name)
            page.raw("</h1>\n")
            page.teasers(stories, words, in: language)
        }
    }
}

/// Every correction, clarification and withdrawal, newest first, for ever (C3).
struct CorrectionsPage {
    let face: SiteFace
    let language: Language
    let stories: [PublicStory]

    var bytes: [UInt8] {
        let words = Words.of(language.primary)
        let frame = PageFrame(
            site: face,
            words: words,
            language: language,
            title: words[.corrections],
            path: "corrections/"
        )
        return frame.page { page in
            page.raw("<h1>")
            page.text(words[.corrections])
            page.raw("</h1>\n")
            if entries.isEmpty {
                page.raw("<p>")
                page.text(words[.noCorrections])
                page.raw("</p>\n")
            }
            for (story, note) in entries { entry(story, note, words, &page) }
        }
    }

    private var entries: [(PublicStory, Note)] {
        stories.flatMap { story in
            story.notes.filter { $0.kind != .update }.map { (story, $0) }
        }.sorted { $0.1.number > $1.1.number }
    }

    private func entry(
        _ story: PublicStory,
        _ note: Note,
        _ words: Words,
        _ page: inout Markup
    ) {
        page.raw("<section class=\"entry\"><h2>")
        page.anchor("/\(story.folder)#note-\(note.number)", story.headline)
        page.raw("</h2>\n<p><strong>")
        page.text(words[note.kind == .correction ? .correction : .clarification])
        page.raw("</strong>, ")
        page.time(note.time, words)
        page.raw("</p>\n<p>")
        page.lines(note.text)
        page.raw("</p></section>\n")
    }
}

extension Markup {
    /// Writes a list of stories: label, headline, standfirst, time.
    mutating func teasers(_ stories: [PublicStory], _ words: Words, in language: Language) {
        guard !stories.isEmpty else {
            raw("<p>")
            text(words[.empty])
            raw("</p>\n")
            return
        }
        raw("<ol class=\"stories\">\n")
        for story in stories {
            raw("<li><article><p class=\"label\">")
            text(story.section)
            raw("</p>\n<h2")
            let own = Language(story.language)
            if own != language {
                raw(" lang=\"")
                text(own.tag)
                raw("\" dir=\"")
                text(own.direction)
                raw("\"")
            }
            raw(">")
            anchor("/\(story.folder)", story.headline)
            raw("</h2>\n")
            if let standfirst = story.standfirst {
                raw("<p>")
                lines(standfirst)
                raw("</p>\n")
            }
            raw("<p class=\"dates\">")
            time(story.published, words)
            raw("</p></article></li>\n")
        }
        raw("</ol>\n")
    }
}
