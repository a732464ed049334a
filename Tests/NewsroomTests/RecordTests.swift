import Newsroom
import Testing

/// Who wrote, changed, cleared and released what, and when; for ever.
struct `The record of a story` {
    private let budget: Budget

    init() throws { budget = try Budget().published() }

    private var words: [String] {
        budget["ana"].newsroom.record(of: budget.story).map { "\($0.name) \($0.words)" }
    }

    @Test func `names who did what, causes first`() throws {
        let hash = try budget.revision().hash.short
        #expect(
            words == [
                "wes created the story budget", "wes opened the original main",
                "wes set headline to Council votes", "wes set section to city",
                "wes set language to en", "wes changed the text: +64 -0 characters",
                "wes saved \(hash)", "wes submitted \(hash)", "eve cleared desk at \(hash)",
                "cy asked for release of \(hash), now", "press published \(hash) as version 1",
            ]
        )
    }

    @Test func `is the same on every replica, in whatever order entries came`() throws {
        try budget.race {
            try budget["wes"].commit(.remark(budget.story, "one"))
        } _: {
            try budget["una"].commit(.remark(budget.story, "another"))
        }
        let reverse = budget.world.lastFirst.record(of: budget.story)
        #expect(
            reverse.map(\.operation)
                == budget["ana"].newsroom.record(of: budget.story).map(\.operation)
        )
    }

    @Test func `outlives the story's removal`() throws {
        let before = words
        let removal = try budget["cy"].commit(
            .change(.remove, budget.story, note: "By court order.")
        )
        budget.world.meet()
        try budget["dee"].commit(.second(budget.story, OperationID(removal, 0)))
        budget.world.publish()
        #expect(budget.publicStatus == .removed)
        #expect(Array(words.prefix(before.count)) == before)
        #expect(
            Array(words.dropFirst(before.count)) == [
                "cy asked to remove it: By court order.", "dee seconded a request",
                "press removed: By court order.",
            ]
        )
    }

    @Test func `tells what does not count, and who adopted it`() throws {
        let update = DraftID(madeBy: try budget["bo"].commit(.open(.update, budget.story)))
        budget.world.meet()
        var text = EntryID(.zero)
        try budget.race {
            text = try budget["bo"].replace("stone", with: "rock", in: update)
        } _: {
            try budget["ana"].commit(
                .revoke(budget.world.member("bo"), .publisher, reason: "left")
            )
        }
        func line() -> RecordLine? {
            budget["ana"].newsroom.record(of: budget.story).first { $0.operation.entry == text }
        }
        #expect(line()?.status == "set aside right")
        let seq = try #require(budget["bo"].last?.seq)
        try budget["eve"].commit(.adopt(budget["bo"].log, from: seq, to: text))
        budget.world.agree()
        #expect(line()?.status == "adopted")
        #expect(line()?.adopter == "eve")
        #expect(line()?.name == "bo")
    }
}
