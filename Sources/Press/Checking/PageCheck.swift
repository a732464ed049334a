/// A story's page as a checker reads it.
struct PageCheck {
    private let page: [UInt8]

    /// Takes the page as it was published.
    init(_ page: [UInt8]) { self.page = page }

    /// What opens a story's body on its page.
    private static let opening = Array("<div class=\"body\">\n".utf8)

    /// Whether the page has the body of a story.
    var isStory: Bool { !places(of: Self.opening).isEmpty }

    /// Whether exactly one body is there, and it is this one.
    func hasBody(_ body: [UInt8]) -> Bool {
        let places = places(of: Self.opening)
        guard let place = places.first, places.count == 1 else { return false }
        return page[(place + Self.opening.count)...].starts(with: body + Array("</div>\n".utf8))
    }

    /// Whether the one heading of the page is this headline.
    func hasHeadline(_ headline: String) -> Bool {
        var heading = Markup()
        heading.raw("<h1>")
        heading.text(headline)
        heading.raw("</h1>")
        return places(of: heading.bytes).count == 1 && places(of: Array("<h1>".utf8)).count == 1
    }

    private func places(of part: [UInt8]) -> [Int] {
        guard let first = part.first else { return [] }
        return page.indices.filter { page[$0] == first && page[$0...].starts(with: part) }
    }
}
