/// A block of a stranger's text, before it is known what it is.
struct ForeignBlock: Hashable, Sendable {
    /// What its markup says that it is.
    enum Kind: Hashable, Sendable {
        case paragraph
        case heading(Int)
        case item(isOrdered: Bool)
        case quote
        case table
        case picture
        /// What is there for the page, not for the text: navigation, forms.
        case furniture
    }

    let kind: Kind
    /// The words, in one line.
    let text: String
    /// The words as Markdown, without what the kind puts before them.
    let markdown: String
    /// The share of its text that is links.
    var linkShare = 0.0
    /// Whether all of it stands out.
    var isBold = false
    /// Whether it stands in the part of the page that is the story.
    var isInside = true
    /// What the page says that it is.
    var role: BlockName?
    /// How many words it has.
    let count: Int
    /// What tells whether two lines say the same; empty for what is longer than any line.
    let saying: String

    /// Takes words, and the same as Markdown.
    init(_ kind: Kind, text: String, markdown: String) {
        self.kind = kind
        self.text = text
        self.markdown = markdown
        count = text.foreignWords.count
        saying = text.utf8.count <= 1_000 ? text.saying : ""
    }

    /// Takes the words of a page.
    init(_ kind: Kind, _ line: InlineText) {
        self.init(kind, text: line.text, markdown: line.markdown())
        linkShare = line.linkShare
        isBold = line.isBold
        role = line.role
    }

    /// A paragraph of plain text.
    init(plain text: String) { self.init(.paragraph, InlineText(text)) }

    /// Whether it says the same as a text.
    func says(_ text: String?) -> Bool {
        !saying.isEmpty && text?.saying == saying
    }

    /// Whether it is a heading.
    var isHeading: Bool { if case .heading = kind { true } else { false } }
}
