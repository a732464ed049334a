import Newsroom

/// What a body of Markdown names of the newsroom's own: stories and pictures.
struct BodyLinks {
    /// The slugs behind `story:`, in order, each once.
    private(set) var slugs: [String] = []
    /// The hashes behind `media:`, in order.
    private(set) var pictures: [Bytes32] = []

    /// Looks for `(story:SLUG)` and `(media:HASH …)`, in one walk over the bytes.
    init(in body: String) {
        let bytes = Array(body.utf8)
        for place in bytes.indices where bytes[place] == UInt8(ascii: "(") {
            let rest = bytes[(place + 1)...]
            if rest.starts(with: "story:".utf8) {
                take(slug: rest.dropFirst(6).prefix { $0 != UInt8(ascii: ")") }.prefix(64))
            } else if rest.starts(with: "media:".utf8) {
                take(picture: rest.dropFirst(6))
            }
        }
    }

    private mutating func take(slug: ArraySlice<UInt8>) {
        let text = String(decoding: slug, as: UTF8.self)
        if !slugs.contains(text) { slugs.append(text) }
    }

    private mutating func take(picture: ArraySlice<UInt8>) {
        let end = picture.dropFirst(64).first
        guard end == UInt8(ascii: ")") || end == UInt8(ascii: " ") else { return }
        let hash = String(decoding: picture.prefix(64), as: UTF8.self)
        if let hash = Bytes32(hex: hash) { pictures.append(hash) }
    }
}
