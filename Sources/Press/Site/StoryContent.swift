/// What page and feeds show of a story with the same bytes: notes, lead picture, body.
struct StoryContent {
    let story: PublicStory
    let words: Words

    /// The notes, newest first: `Correction, 2 January 2026, 10:00 UTC+1: …` (C1).
    func notes(asides: Bool) -> HTML {
        var markup = Markup()
        for note in story.notes {
            if asides {
                markup.raw("<aside class=\"note\" id=\"note-")
                markup.number(note.number)
                markup.raw("\" aria-label=\"")
                markup.text(label(of: note))
                markup.raw("\">")
            }
            markup.raw("<p><strong>")
            markup.text("\(label(of: note)), \(words.text(note.time)):")
            markup.raw("</strong> ")
            markup.lines(note.text)
            markup.raw("</p>")
            if asides { markup.raw("</aside>") }
            markup.raw("\n")
        }
        return markup.html
    }

    /// The content of a feed's entry, in a division of its own where it runs from right to left.
    var feedContent: String {
        let language = Language(story.language)
        var markup = Markup()
        if language.isRightToLeft {
            markup.raw("<div dir=\"rtl\" lang=\"")
            markup.text(language.tag)
            markup.raw("\">\n")
        }
        markup.trusted(notes(asides: false))
        markup.trusted(story.body)
        if language.isRightToLeft { markup.raw("</div>\n") }
        return String(decoding: markup.bytes, as: UTF8.self)
    }

    private func label(of note: Note) -> String {
        switch note.kind {
        case .correction: words[.correction]
        case .clarification: words[.clarification]
        case .update: words[.update]
        }
    }
}
