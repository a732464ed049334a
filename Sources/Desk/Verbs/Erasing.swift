import Newsroom
import Store
import SyncProtocol

extension Verb {
    /// The verb with which words go by law, on every machine.
    static let erasing = [erase]

    private static let erase = Verb(
        "erase",
        on: .releasing,
        taking: "ask|order STORY [WORDS] [--reason TEXT] [--yes]",
        "takes words out of every machine by law; one asks, another orders",
        example: "erase ask night-ferry \"Mr Ames\" --reason \"court order 12/26\""
    ) { desk, arguments in
        let act = try arguments.word("ask or order")
        guard ["ask", "order"].contains(act) else {
            throw DeskError.notOneOf(act, what: "act", allowed: ["ask", "order"])
        }
        let name = try arguments.word("a story")
        let story = try await desk.draft(name, for: arguments.verb).story
        if act == "ask" {
            let words = try arguments.text("the words")
            let reason = try desk.reason(arguments)
            return try await desk.askErasure(of: words, in: story, reason)
        }
        try arguments.finish()
        return try await desk.orderErasure(in: story, arguments)
    }
}

extension Desk {
    /// Asks that the entries which hold these words are emptied.
    fileprivate func askErasure(
        of words: String,
        in story: StoryID,
        _ reason: String
    ) async throws -> Answer {
        let newsroom = await replica.newsroom
        let entries = Array(newsroom.entries(of: story, saying: words).prefix(256))
        guard !entries.isEmpty else { throw DeskError.wordsNotFound(words, paragraph: nil) }
        try await replica.commit(.askErasure(story, entries, reason: reason))
        return Answer(
            [
                StyledText("all words of \(counted(entries.count, "entry")) shall go: \(reason)"),
                StyledText("another admin says `erase order`; nothing was taken yet", .quiet),
            ],
            facts: ["entries": .array(entries.map { .string("\($0)") })]
        ).undone(instead: "nothing is taken as long as no other admin says `erase order`")
    }

    /// Orders what somebody else asked for.
    fileprivate func orderErasure(in story: StoryID, _ arguments: Arguments) async throws -> Answer
    {
        let asks = await replica.newsroom.view.stories[story]?.erasures ?? [:]
        let open = asks.filter { $0.value.orderedBy == nil }.sorted { $0.key < $1.key }
        guard !open.isEmpty else { throw DeskError.nothingToErase }
        let named = Set(open.flatMap(\.value.act.entries))
        try confirm(
            "all words of \(counted(named.count, "entry")) will be gone, on every machine",
            arguments
        )
        var count = 0
        for (request, ask) in open {
            let skeletons = try await replica.skeletons(of: ask.act.entries)
            try await replica.commit(.orderErasure(story, request, skeletons))
            count += skeletons.count
        }
        return Answer(
            [
                StyledText("\(counted(count, "entry")) emptied; the words are gone here"),
                StyledText("at its next `sync` each machine takes them out too", .quiet),
            ],
            facts: ["entries": .number(count)]
        ).undone(instead: "what the law took is gone from every machine")
    }
}
