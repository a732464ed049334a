import Prose
import TestSupport
import Testing

struct `A history builder` {
    @Test(arguments: Seeds.smoke, [2, 3, 6])
    func `makes what single appends make`(seed: UInt64, writers: Int) throws {
        var random = SplitMix64(seed: seed)
        var twin = Twin(writers: writers, isJoining: seed % 2 == 0)
        for _ in 0..<40 { try twin.step(using: &random) }
        let changes = twin.naive.changes
        var builder = HistoryBuilder()
        for (change, edits) in zip(changes, twin.edits) {
            let events = try builder.append(
                edits,
                parents: change.parents,
                author: change.author,
                firstSequence: change.firstSequence
            )
            #expect(events == change.events, "seed \(seed)")
        }
        builder.graph.checkInvariants()
        #expect(builder.graph.encoded() == twin.graph.encoded(), "seed \(seed)")
        for event in 0..<builder.graph.count {
            let length = twin.graph.length(at: [event])
            #expect(builder.graph.length(at: [event]) == length, "seed \(seed)")
        }
    }

    @Test func `refuses what single appends refuse`() throws {
        var builder = HistoryBuilder()
        try builder.append([.insert("ab", at: 0)], parents: [], author: AuthorKey([0]))
        try builder.append([.insert("x", at: 1)], parents: [1], author: AuthorKey([1]))
        try builder.append([.delete(count: 2, at: 0)], parents: [1], author: AuthorKey([2]))
        // An autoclosure cannot borrow a noncopyable value, hence the long form.
        var refusal: EventGraphError?
        do {
            try builder.append([.delete(count: 2, at: 0)], parents: [2, 4], author: AuthorKey([3]))
        } catch {
            refusal = error
        }
        #expect(refusal == .beyondText(event: 5, place: 0, length: 1))
        try builder.append([.delete(count: 1, at: 0)], parents: [2, 4], author: AuthorKey([3]))
        #expect(builder.graph.text(at: builder.graph.frontier) == "")
    }
}
