import Newsroom

extension BodyWriter {
    /// A picture that stands alone: `![alt](media:HASH "caption (credit)")`.
    mutating func figure(_ node: MarkdownNode, _ line: Int) throws(PressRefusal) {
        let alt = Self.plainText(of: node)
        guard node.url.hasPrefix("media:"), let hash = Bytes32(hex: node.url.dropFirst(6)) else {
            throw PressRefusal(line: line, "a picture from elsewhere", code: .picture)
        }
        guard let picture = context.picture(hash) else {
            throw PressRefusal(line: line, "a picture that is not here", code: .picture)
        }
        guard !alt.isEmpty else {
            throw PressRefusal(
                line: line,
                "`\(hash.description.prefix(8))…` has no alt",
                code: .picture
            )
        }
        markup.raw("<figure>")
        markup.image(picture, alt: alt, site: context.site)
        if !node.title.isEmpty {
            markup.raw("<figcaption>")
            markup.text(node.title)
            markup.raw("</figcaption>")
        }
        markup.raw("</figure>\n")
    }
}

extension Markup {
    /// Writes the element of a picture with an absolute address.
    mutating func image(_ picture: Picture, alt: String, site: String) {
        raw("<img src=\"")
        text("\(site)/\(picture.path)")
        raw("\" alt=\"")
        text(alt)
        raw("\" width=\"")
        number(picture.width)
        raw("\" height=\"")
        number(picture.height)
        raw("\">")
    }
}
