extension CanonicalDocument {
    /// The pictures that it names by the SHA-256 of their bytes: the lead picture, then those of the
    /// body in order (`media:HASH`), each once.
    public var media: [Bytes32] {
        let lead = fields[.leadImage].flatMap { Bytes32(hex: $0) }
        var found = lead.map { [$0] } ?? []
        for hash in mediaNames(in: body) where !found.contains(hash) { found.append(hash) }
        return found
    }
}

/// The hashes behind `media:` in a body, wherever Markdown lets an address stand.
private func mediaNames(in body: String) -> [Bytes32] {
    let (mark, length) = (Array("media".utf8), 64)
    let bytes = Array(body.utf8)
    var found: [Bytes32] = []
    for place in bytes.indices where bytes[place] == UInt8(ascii: ":") {
        guard bytes.count - place > length, bytes[..<place].suffix(mark.count).elementsEqual(mark)
        else { continue }
        let name = bytes[(place + 1)...].prefix(length)
        if let hash = Bytes32(hex: String(decoding: name, as: UTF8.self)) { found.append(hash) }
    }
    return found
}
