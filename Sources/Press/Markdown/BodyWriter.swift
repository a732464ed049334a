package import Newsroom

/// What a body needs to know of the world around it.
package struct BodyContext: Sendable {
    /// The site's address.
    package let site: String
    /// The story's own address: fragments are relative to it.
    package let url: String
    /// The address of another story that is public; nil where it is not.
    package let address: @Sendable (Slug) -> String?
    /// A picture that is here; nil where it is not.
    package let picture: @Sendable (Bytes32) -> Picture?
    /// Why a picture that is here may not be published; nil where it may.
    let pictureError: @Sendable (Bytes32) -> PictureError?

    /// Takes two addresses and two look-ups.
    package init(
        site: String,
        url: String,
        address: @escaping @Sendable (Slug) -> String?,
        picture: @escaping @Sendable (Bytes32) -> Picture?
    ) {
        self.site = site
        self.url = url
        self.address = address
        self.picture = picture
        pictureError = { _ in nil }
    }

    /// Takes two addresses, a look-up of stories, and the pictures that are here.
    init(
        site: String,
        url: String,
        address: @escaping @Sendable (Slug) -> String?,
        pictures: PictureSource
    ) {
        self.site = site
        self.url = url
        self.address = address
        picture = { pictures.picture($0) }
        pictureError = { pictures.refusal(of: $0) }
    }
}

/// The HTML of a body of Markdown, the same bytes on every machine.
///
/// - Throws: the first thing in it that is not published, with its line.
package func bodyHTML(of body: String, in context: BodyContext) throws(PressRefusal) -> HTML {
    try BodyWriter.html(of: body, in: context)
}

/// Writes a body of Markdown as the HTML that page and feeds embed (publishing.md 4.1).
///
/// It writes only what it knows, so no other node can get out: an allow-list by construction.
struct BodyWriter {
    let context: BodyContext
    var markup = Markup()
    private var ids = HeadingIDs()
    private var marks: [String: Int] = [:]
    private var depth = 0

    /// The body as HTML, the same bytes on every machine.
    ///
    /// - Throws: the first thing in it that is not published, with its line.
    static func html(of body: String, in context: BodyContext) throws(PressRefusal) -> HTML {
        let bytes = Array(body.utf8)
        try MarkdownLimits.check(bytes)
        guard let tree = MarkdownTree(parsing: bytes) else {
            throw PressRefusal(.markdown, "there is no memory to read the body")
        }
        return try tree.reading { root throws(PressRefusal) in
            var writer = BodyWriter(context: context)
            try writer.write(root)
            guard writer.markup.bytes.count <= MarkdownLimits.htmlBytes else {
                throw PressRefusal(.markdown, "over \(MarkdownLimits.htmlBytes) bytes as HTML")
            }
            return writer.markup.html
        }
    }

    private init(context: BodyContext) { self.context = context }

    private mutating func write(_ root: MarkdownNode) throws(PressRefusal) {
        let children = root.children
        for child in children where child.kind != .footnote { try block(child, line: child.line) }
        let footnotes = children.filter { $0.kind == .footnote }
        guard !footnotes.isEmpty else { return }
        markup.raw("<hr>\n<ol>\n")
        for (index, footnote) in footnotes.enumerated() {
            try self.footnote(footnote, number: index + 1)
        }
        markup.raw("</ol>\n")
    }

    // MARK: - Blocks

    private mutating func blocks(_ parent: MarkdownNode, line: Int) throws(PressRefusal) {
        depth += 1
        guard depth <= MarkdownLimits.nesting else {
            throw PressRefusal(line: line, "nested over \(MarkdownLimits.nesting) deep")
        }
        for child in parent.children { try block(child, line: max(line, child.line)) }
        depth -= 1
    }

    private mutating func block(_ node: MarkdownNode, line: Int) throws(PressRefusal) {
        switch node.kind {
        case .paragraph: try paragraph(node, line)
        case .heading: try heading(node, line)
        case .quote:
            markup.raw("<blockquote>\n")
            try blocks(node, line: line)
            markup.raw("</blockquote>\n")
        case .list: try list(node, line)
        case .codeBlock:
            markup.raw("<pre><code>")
            markup.text(node.literal)
            markup.raw("</code></pre>\n")
        case .rule: markup.raw("<hr>\n")
        case .table: try table(node, line)
        case .rawBlock: throw PressRefusal(line: line, "raw HTML is not published")
        default: throw PressRefusal(line: line, "a kind of block that is not published")
        }
    }

    private mutating func paragraph(_ node: MarkdownNode, _ line: Int) throws(PressRefusal) {
        let children = node.children
        if children.count == 1, let only = children.first, only.kind == .image {
            return try figure(only, line)
        }
        markup.raw("<p>")
        try inlines(node, line)
        markup.raw("</p>\n")
    }

    private mutating func heading(_ node: MarkdownNode, _ line: Int) throws(PressRefusal) {
        let name: StaticString
        let end: StaticString
        switch node.headingLevel {
        case 1, 2: (name, end) = ("<h2 id=\"", "</h2>\n")
        case 3: (name, end) = ("<h3 id=\"", "</h3>\n")
        case 4: (name, end) = ("<h4 id=\"", "</h4>\n")
        default: throw PressRefusal(line: line, "a heading deeper than four levels")
        }
        markup.raw(name)
        markup.text(ids.next(for: Self.plainText(of: node)))
        markup.raw("\">")
        try inlines(node, line)
        markup.raw(end)
    }

    private mutating func list(_ node: MarkdownNode, _ line: Int) throws(PressRefusal) {
        let start = node.listStart
        if let start {
            markup.raw("<ol")
            if start != 1 {
                markup.raw(" start=\"")
                markup.number(start)
                markup.raw("\"")
            }
            markup.raw(">\n")
        } else {
            markup.raw("<ul>\n")
        }
        for item in node.children {
            markup.raw("<li>")
            try self.item(item, isTight: node.isTight, max(line, item.line))
            markup.raw("</li>\n")
        }
        markup.raw(start == nil ? "</ul>\n" : "</ol>\n")
    }

    /// In a list without blank lines between its items, paragraphs stand without their element.
    private mutating func item(
        _ node: MarkdownNode,
        isTight: Bool,
        _ line: Int
    ) throws(PressRefusal) {
        guard isTight else { return try blocks(node, line: line) }
        for (index, child) in node.children.enumerated() {
            if child.kind == .paragraph {
                if index > 0 { markup.raw("\n") }
                try inlines(child, line)
            } else {
                markup.raw("\n")
                depth += 1
                guard depth <= MarkdownLimits.nesting else {
                    throw PressRefusal(line: line, "nested over \(MarkdownLimits.nesting) deep")
                }
                try block(child, line: max(line, child.line))
                depth -= 1
            }
        }
    }

    private mutating func table(_ node: MarkdownNode, _ line: Int) throws(PressRefusal) {
        markup.raw("<table>\n")
        var hasBody = false
        for row in node.children {
            let isHeader = row.kind == .tableHeader
            if isHeader {
                markup.raw("<thead>\n")
            } else if !hasBody {
                markup.raw("<tbody>\n")
                hasBody = true
            }
            markup.raw("<tr>")
            for cell in row.children {
                markup.raw(isHeader ? "<th scope=\"col\">" : "<td>")
                try inlines(cell, max(line, row.line))
                markup.raw(isHeader ? "</th>" : "</td>")
            }
            markup.raw("</tr>\n")
            if isHeader { markup.raw("</thead>\n") }
        }
        if hasBody { markup.raw("</tbody>\n") }
        markup.raw("</table>\n")
    }

    // MARK: - Inside a paragraph

    private mutating func inlines(_ parent: MarkdownNode, _ line: Int) throws(PressRefusal) {
        depth += 1
        guard depth <= MarkdownLimits.nesting else {
            throw PressRefusal(line: line, "nested over \(MarkdownLimits.nesting) deep")
        }
        for child in parent.children { try inline(child, max(line, child.line)) }
        depth -= 1
    }

    private mutating func inline(_ node: MarkdownNode, _ line: Int) throws(PressRefusal) {
        switch node.kind {
        case .text: markup.text(node.literal)
        case .softBreak: markup.raw("\n")
        case .hardBreak: markup.raw("<br>\n")
        case .code:
            markup.raw("<code>")
            markup.text(node.literal)
            markup.raw("</code>")
        case .emphasis: try wrapped(node, "<em>", "</em>", line)
        case .strong: try wrapped(node, "<strong>", "</strong>", line)
        case .strikethrough: try wrapped(node, "<del>", "</del>", line)
        case .link:
            markup.raw("<a href=\"")
            markup.text(try address(node.url, line))
            try wrapped(node, "\">", "</a>", line)
        case .footnoteMark: footnoteMark(node)
        case .image:
            throw PressRefusal(line: line, "a picture does not stand alone", code: .picture)
        case .rawInline: throw PressRefusal(line: line, "raw HTML is not published")
        default: throw PressRefusal(line: line, "a kind of text that is not published")
        }
    }

    private mutating func wrapped(
        _ node: MarkdownNode,
        _ start: StaticString,
        _ end: StaticString,
        _ line: Int
    ) throws(PressRefusal) {
        markup.raw(start)
        try inlines(node, line)
        markup.raw(end)
    }

    private func address(_ written: String, _ line: Int) throws(PressRefusal) -> String {
        if written.utf8.first == UInt8(ascii: "#") {
            return context.url + "#" + HeadingIDs.name(of: String(written.dropFirst()))
        }
        if written.hasPrefix("story:") {
            guard let slug = Slug(written.dropFirst(6)), let found = context.address(slug) else {
                throw PressRefusal(line: line, "a link to a story that is not public")
            }
            return found
        }
        do {
            return try BodyAddress(written).text
        } catch {
            throw PressRefusal(line: line, error.description)
        }
    }

    // MARK: - Footnotes

    private mutating func footnoteMark(_ node: MarkdownNode) {
        let number = node.literal
        let count = marks[number, default: 0] + 1
        marks[number] = count
        markup.raw("<sup id=\"")
        markup.text(Self.markID(number, count))
        markup.raw("\"><a href=\"")
        markup.text("\(context.url)#fn-\(number)")
        markup.raw("\">")
        markup.text(number)
        markup.raw("</a></sup>")
    }

    private mutating func footnote(
        _ node: MarkdownNode,
        number: Int
    ) throws(PressRefusal) {
        markup.raw("<li id=\"fn-")
        markup.number(number)
        markup.raw("\">\n")
        try blocks(node, line: node.line)
        markup.raw("<p>")
        for count in 1...max(1, marks[String(number), default: 1]) {
            if count > 1 { markup.raw(" ") }
            markup.raw("<a href=\"")
            markup.text("\(context.url)#\(Self.markID(String(number), count))")
            markup.raw("\">\u{21a9}</a>")
        }
        markup.raw("</p>\n</li>\n")
    }

    private static func markID(_ number: String, _ count: Int) -> String {
        count == 1 ? "fnref-\(number)" : "fnref-\(number)-\(count)"
    }

    /// The words of a node without their marks.
    static func plainText(of node: MarkdownNode) -> String {
        switch node.kind {
        case .text, .code: node.literal
        case .softBreak, .hardBreak: " "
        default: node.children.map(plainText).joined()
        }
    }
}
