import Newsroom

/// What page and feeds show of a story with the same bytes: notes, lead picture, body.
struct StoryContent {
    let story: PublicStory
    let site: PublicSite

    private var words: Words { site.settings.words(in: story.language) }

    /// The notes, newest first: `Correction, 2 January 2026, 10:00 UTC+1: …` (C1).
    func notes(asides: Bool) -> HTML {
        var markup = Markup()
        for note in story.notes {
            if asides {
                markup.raw("<aside class=\"note\" id=\"note-")
                markup.number(note.number)
                markup.raw("\" aria-label=\"")
                markup.text(words[note.kind.label])
                markup.raw("\">")
            }
            markup.raw("<p><strong>")
            markup.text("\(words[note.kind.label]), \(words.text(note.time)):")
            markup.raw("</strong> ")
            markup.lines(note.text)
            markup.raw("</p>")
            if asides { markup.raw("</aside>") }
            markup.raw("\n")
        }
        return markup.html
    }

    /// The lead picture with its caption and credit.
    var leadFigure: HTML {
        var markup = Markup()
        guard let picture = site.leadPicture(of: story) else { return markup.html }
        let fields = story.document.fields
        markup.raw("<figure>")
        markup.image(
            picture,
            alt: fields[.leadImageAlt] ?? "",
            site: site.settings.address.text
        )
        let credit = fields[.leadImageCredit].map { "(\($0))" }
        let caption = [fields[.leadImageCaption], credit].compactMap(\.self)
        if !caption.isEmpty {
            markup.raw("<figcaption>")
            markup.text(caption.joined(separator: " "))
            markup.raw("</figcaption>")
        }
        markup.raw("</figure>\n")
        return markup.html
    }

    /// The content of a feed's entry, in a division of its own where it runs from right to left.
    var feedContent: String {
        var markup = Markup()
        if story.language.isRightToLeft {
            markup.raw("<div dir=\"rtl\" lang=\"")
            markup.text(story.language.tag)
            markup.raw("\">\n")
        }
        markup.trusted(notes(asides: false))
        if story.isLive {
            markup.trusted(leadFigure)
            markup.trusted(story.body)
        }
        if story.language.isRightToLeft { markup.raw("</div>\n") }
        return String(decoding: markup.bytes, as: UTF8.self)
    }
}
