import Newsroom
import Testing

extension Budget {
    /// Something needs a person: it is listed with both sides, one operation settles it, and it
    /// stays settled, whatever comes later and in whatever order everything comes.
    func expectItem(
        _ kind: ItemKind,
        between names: [String],
        sourceLocation: SourceLocation = #_sourceLocation,
        settledBy settle: () throws -> EntryID
    ) throws {
        world.agree(sourceLocation: sourceLocation)
        let newsroom = world["ana"].newsroom
        let found = newsroom.items().filter { $0.kind == kind }
        #expect(found.count == 1, sourceLocation: sourceLocation)
        let item = try #require(found.first, sourceLocation: sourceLocation)
        if let story = item.story {
            #expect(newsroom.items(of: story).contains(item), sourceLocation: sourceLocation)
        }
        let doers = Set(item.operations.compactMap { newsroom.operation($0)?.author })
        #expect(
            doers == Set(names.map { world.member($0) }),
            "not both sides",
            sourceLocation: sourceLocation
        )
        let entry = try settle()
        let settling = world.entries.first { $0.id == entry }
        #expect(settling?.operations.count == 1, "one operation", sourceLocation: sourceLocation)
        world.agree(sourceLocation: sourceLocation)
        #expect(!items.contains(kind), "not settled", sourceLocation: sourceLocation)
        try world["una"].commit(.remark(story, "Read again."))
        try world["eve"].commit(.claim(story))
        world.agree(sourceLocation: sourceLocation)
        #expect(
            !items.contains(kind) && !world.lastFirst.items().contains { $0.kind == kind },
            "does not stay settled",
            sourceLocation: sourceLocation
        )
    }
}
