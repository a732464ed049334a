import Desk
import TestSupport
import Testing

/// Whatever was done is undone to what stood before, and done again to what stood after.
@Suite(.timeLimit(.minutes(5)))
struct `Undo and redo` {
    /// What a person can see of the story.
    private func state(_ desk: Desk) async -> String {
        var state = ""
        for line in ["show ferry", "fields ferry", "list"] {
            state += await desk.reply(to: line).output
        }
        return state
    }

    private func line(_ step: Int, using random: inout SplitMix64) -> String {
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1: "append \"Sentence \(step), with é and 漢字.\""
        case 2: "insert after 0 \"First of \(step).\""
        case 3: "move 1 after 2"
        case 4: "cut 1"
        case 5: "set headline \"Headline \(step) \\\"quoted\\\"\""
        case 6: "length \(100 + step)"
        default: "due 2026-05-0\(1 + step % 9)T06:00Z"
        }
    }

    @Test(arguments: Seeds.smoke.prefix(6))
    func `lead back and forth through the same states`(seed: UInt64) async throws {
        var random = SplitMix64(seed: seed)
        let desk = Desk(try await Room().ana, page: Page(width: 80, isJSON: true))
        for line in [
            "new ferry", "append One.", "append Two.", "append Three.", "share", "length 99",
            "due 2026-04-30T06:00Z",
        ] { _ = await desk.reply(to: line) }
        var states = [await state(desk)]
        for step in 0..<12 {
            let line = line(step, using: &random)
            if await desk.reply(to: line).exitCode == 0 { states.append(await state(desk)) }
        }
        try #require(states.count > 4)
        for before in states.dropLast().reversed() {
            let reply = await desk.reply(to: "undo")
            #expect(reply.exitCode == 0, "seed \(seed): \(reply.output)")
            #expect(await state(desk) == before, "seed \(seed)")
        }
        for after in states.dropFirst() {
            let reply = await desk.reply(to: "redo")
            #expect(reply.exitCode == 0, "seed \(seed): \(reply.output)")
            #expect(await state(desk) == after, "seed \(seed)")
        }
        #expect(await desk.reply(to: "redo").exitCode == 1)
    }
}
