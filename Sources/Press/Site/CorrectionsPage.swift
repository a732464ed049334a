import Newsroom

/// Every correction, clarification and withdrawal, newest first, for ever (C3).
struct CorrectionsPage {
    let site: PublicSite
    /// One year; nil for all.
    let year: Int?

    /// The entries, newest first.
    var entries: [(story: PublicStory, note: Note)] {
        site.corrected.map { site.stories[$0] }.flatMap { story in
            story.notes.filter(\.kind.isListed).map { (story, $0) }
        }
        .filter { entry in year.map { $0 == entry.1.time.local.year } ?? true }
        .sorted { $0.1.number > $1.1.number }
    }

    var bytes: [UInt8] {
        let words = site.settings.words
        let title = words[.corrections] + (year.map { " \($0)" } ?? "")
        let frame = PageFrame(
            settings: site.settings,
            language: site.settings.language,
            title: title,
            path: year.map { "corrections/\($0)/" } ?? "corrections/"
        )
        let entries = entries
        return frame.page { page in
            page.raw("<h1>")
            page.text(title)
            page.raw("</h1>\n")
            if entries.isEmpty {
                page.raw("<p>")
                page.text(words[.noCorrections])
                page.raw("</p>\n")
            }
            for entry in entries { write(entry.story, entry.note, &page) }
            if year == nil { years(&page) }
        }
    }

    private func write(_ story: PublicStory, _ note: Note, _ page: inout Markup) {
        let words = site.settings.words(in: story.language)
        page.raw("<section class=\"entry\" lang=\"")
        page.text(story.language.tag)
        page.raw("\" dir=\"")
        page.text(story.language.direction)
        page.raw("\"><h2>")
        page.anchor("/\(story.folder)#note-\(note.number)", story.title)
        page.raw("</h2>\n<p><strong>")
        page.text(words[note.kind.label])
        page.raw("</strong>, ")
        page.time(note.time, words)
        page.raw("</p>\n<p>")
        page.lines(note.text)
        page.raw("</p></section>\n")
    }

    private func years(_ page: inout Markup) {
        let years = site.correctionYears
        guard years.count > 1 else { return }
        page.raw("<ul class=\"months\">")
        for year in years.sorted(by: >) { page.item("/corrections/\(year)/", String(year)) }
        page.raw("</ul>\n")
    }
}
