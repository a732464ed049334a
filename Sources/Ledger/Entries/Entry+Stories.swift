public import Newsroom

extension Entry {
    /// The stories that its operations speak of, known to this version or not: the body of a story
    /// level operation begins with the story's id, and one that makes a story makes its own.
    public var stories: Set<StoryID> {
        var reader = FieldReader(bytes, from: headerLength)
        var found: Set<StoryID> = []
        while !reader.isAtEnd {
            guard let type = try? reader.varint(), let length = try? reader.varint(),
                let body = try? reader.take(length)
            else { break }
            guard (65...16_383).contains(type) else { continue }
            let named = type == 65 ? nil : Bytes32(body.prefix(32))
            found.insert(StoryID(named.flatMap { $0 == .zero ? nil : $0 } ?? id.bytes))
        }
        return found
    }
}
