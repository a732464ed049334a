/// The stories that a body of Markdown links to.
struct BodyLinks {
    /// The slugs behind `story:`, in order, each once.
    private(set) var slugs: [String] = []

    /// Looks for `(story:SLUG)`, in one walk over the bytes.
    init(in body: String) {
        let bytes = Array(body.utf8)
        for place in bytes.indices where bytes[place] == UInt8(ascii: "(") {
            let rest = bytes[(place + 1)...]
            if rest.starts(with: "story:".utf8) {
                take(slug: rest.dropFirst(6).prefix { $0 != UInt8(ascii: ")") }.prefix(64))
            }
        }
    }

    private mutating func take(slug: ArraySlice<UInt8>) {
        let text = String(decoding: slug, as: UTF8.self)
        if !slugs.contains(text) { slugs.append(text) }
    }
}
