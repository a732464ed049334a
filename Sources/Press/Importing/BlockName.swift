import Newsroom

/// What a block of a stranger's file is (publishing.md 8, step 4), and what else a report names.
package enum BlockName: String, Hashable, Sendable {
    case section, headline, standfirst, byline, date, body, picture
    /// Shares, adverts, names of networks, lines about cookies.
    case clutter
    /// What stands below a story: the latest, the most read, comments.
    case tail
    /// Menus, forms, buttons: what is there for the page.
    case page
    /// What stands on the page beside the story.
    case beside
    /// The page's title, where it is not the headline.
    case title
    case language, tags, dateline, urgency
    /// A line of front matter that no field takes.
    case frontMatter = "front-matter"
    /// How the file's bytes were read.
    case encoding

    /// The field of a document that it fills.
    var field: DocumentField? { DocumentField(named: rawValue) }
}
