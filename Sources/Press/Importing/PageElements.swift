/// What the elements of HTML are to whoever looks for a story.
enum PageElements {
    /// Those that may hold the story.
    static let containers: Set = ["article", "body", "div", "main", "section", "td"]
    /// Those that are there for the page.
    static let furniture: Set = [
        "audio", "button", "dialog", "footer", "form", "label", "menu", "nav", "object", "select",
        "svg", "template", "video",
    ]
    private static let blocks: Set = [
        "address", "article", "aside", "blockquote", "body", "caption", "dd", "details", "div",
        "dl",
        "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
        "html",
        "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "tr", "ul",
    ]

    /// Whether a new block begins with an element, and ends with it.
    static func isBlock(_ name: String) -> Bool {
        blocks.contains(name) || furniture.contains(name)
    }
}
