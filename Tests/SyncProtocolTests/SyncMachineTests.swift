import Ledger
import Newsroom
import SyncProtocol
import Testing

/// The table of ledger.md 7.4, a test a row.
struct `The client of a hub` {
    private func id(_ byte: UInt8) throws -> EntryID {
        EntryID(try #require(Bytes32(Array(repeating: byte, count: 32))))
    }

    private func want(_ byte: UInt8) throws -> Want {
        Want(log: LogID(.zero), head: try id(byte), after: nil)
    }

    /// Leaves a machine behind a reply whose storing found this.
    private func stored(
        _ facts: StoredFacts,
        more: Bool = false,
        missing: [EntryID] = []
    ) -> [SyncOutput] {
        var machine = SyncMachine()
        _ = machine.handle(.start)
        var reply = ReplyFacts()
        (reply.more, reply.missing) = (more, missing)
        #expect(machine.handle(.replied(reply)) == [.store])
        return machine.handle(.stored(facts))
    }

    @Test func `resting, start: sends an exchange`() {
        var machine = SyncMachine()
        let before = machine.isQuiet
        #expect(before)
        #expect(machine.handle(.start) == [.exchange(first: [])])
        let after = machine.isQuiet
        #expect(!after)
    }

    @Test func `exchanging, refused for its clock: keeps the hub's and sends again, once`() {
        var machine = SyncMachine()
        _ = machine.handle(.start)
        let refusal = SyncInput.refused(.clock, retryAfter: nil)
        #expect(machine.handle(refusal) == [.keepClock, .exchange(first: [])])
        #expect(machine.handle(refusal) == [.closeEvents, .report(.refused(.clock))])
    }

    @Test func `exchanging, refused for a new epoch: clears marks and compares`() {
        var machine = SyncMachine()
        _ = machine.handle(.start)
        #expect(
            machine.handle(.refused(.epochChanged, retryAfter: nil)) == [.clearMarks, .compare]
        )
    }

    @Test func `failed: waits 1 to 60 seconds, twice as long each time`() {
        var machine = SyncMachine()
        _ = machine.handle(.start)
        for pause in [1, 2, 4, 8, 16, 32, 60, 60] {
            #expect(
                machine.handle(.failed(jitter: 0))
                    == [.closeEvents, .wake(milliseconds: pause * 1_000)]
            )
            #expect(machine.handle(.timer) == [.exchange(first: [])])
        }
        #expect(machine.handle(.failed(jitter: -30)).last == .wake(milliseconds: 42_000))
    }

    @Test func `refused for now: waits as long as the hub says`() {
        var machine = SyncMachine()
        _ = machine.handle(.start)
        #expect(
            machine.handle(.refused(.slowDown, retryAfter: 7)).last == .wake(milliseconds: 7_000)
        )
        _ = machine.handle(.timer)
        for (said, waited) in [(Int.max, 3_600_000), (Int.min, 0)] {
            #expect(
                machine.handle(.refused(.slowDown, retryAfter: said)).last
                    == .wake(milliseconds: waited)
            )
            _ = machine.handle(.timer)
        }
        #expect(
            machine.handle(.refused(.full, retryAfter: nil))
                == [.closeEvents, .wake(milliseconds: 600_000), .report(.refused(.full))]
        )
    }

    @Test(arguments: [
        SyncError.notAMember, .unknownNewsroom, .wrongHub, .versions, .signature, .malformed,
    ])
    func `refused for good: stops and reports`(error: SyncError) {
        var machine = SyncMachine()
        _ = machine.handle(.start)
        #expect(
            machine.handle(.refused(error, retryAfter: nil))
                == [.closeEvents, .report(.refused(error))]
        )
        #expect(machine.handle(.changed) == [])
        #expect(machine.handle(.start) == [.exchange(first: [])])
    }

    @Test func `stored, more or outbox left: exchanges, missing causes first`() throws {
        var facts = StoredFacts()
        #expect(stored(facts, more: true) == [.exchange(first: [])])
        facts.outbox = 2
        let cause = try id(7)
        #expect(stored(facts, missing: [cause]) == [.exchange(first: [cause])])
    }

    @Test func `stored, wants left: fetches at most 256 at a time`() throws {
        var facts = StoredFacts()
        facts.wants = try (0..<300).map { number in
            Want(log: LogID(.zero), head: try id(UInt8(number % 251)), after: UInt64(number))
        }
        var machine = SyncMachine()
        _ = machine.handle(.start)
        _ = machine.handle(.replied(ReplyFacts()))
        #expect(machine.handle(.stored(facts)) == [.fetch(Array(facts.wants[..<256]))])
        _ = machine.handle(.replied(ReplyFacts()))
        #expect(machine.handle(.stored(StoredFacts())) == [.fetch(Array(facts.wants[256...]))])
    }

    @Test func `stored, all marked but another root: compares twice, then says that it differs`() {
        var facts = StoredFacts()
        facts.rootDiffers = true
        var machine = SyncMachine()
        _ = machine.handle(.start)
        var comparison = ReplyFacts()
        comparison.comparesHeads = true
        _ = machine.handle(.replied(ReplyFacts()))
        for _ in 0..<2 {
            #expect(machine.handle(.stored(facts)) == [.compare])
            #expect(machine.handle(.replied(comparison)) == [.reconcile])
        }
        #expect(machine.handle(.stored(facts)).last == .report(.hubDiffers))
    }

    @Test func `stored, with own entries left: never says synced`() {
        var facts = StoredFacts()
        facts.pending = 1
        #expect(stored(facts).last == .report(.behind(outbox: 0, pending: 1)))
    }

    @Test func `stored, else: listens, and looks again in a quarter of an hour`() {
        #expect(
            stored(StoredFacts())
                == [.openEvents, .wake(milliseconds: 900_000), .report(.synced)]
        )
    }

    @Test(arguments: [SyncInput.changed, .hinted, .timer])
    func `following, something new: exchanges`(input: SyncInput) {
        var machine = SyncMachine()
        _ = machine.handle(.start)
        _ = machine.handle(.replied(ReplyFacts()))
        _ = machine.handle(.stored(StoredFacts()))
        #expect(machine.handle(input) == [.exchange(first: [])])
    }

    @Test func `following, told along what arrived: stores it and listens on`() {
        var machine = SyncMachine()
        _ = machine.handle(.start)
        #expect(machine.handle(.brought(ReplyFacts())) == [])
        _ = machine.handle(.replied(ReplyFacts()))
        // It came while an answer was awaited: one more question finds out.
        #expect(machine.handle(.stored(StoredFacts())) == [.exchange(first: [])])
        _ = machine.handle(.replied(ReplyFacts()))
        _ = machine.handle(.stored(StoredFacts()))
        #expect(machine.handle(.brought(ReplyFacts())) == [.store])
        #expect(machine.handle(.stored(StoredFacts())).first == .openEvents)
        var facts = StoredFacts()
        facts.rootDiffers = true
        #expect(machine.handle(.brought(ReplyFacts())) == [.store])
        #expect(machine.handle(.stored(facts)) == [.compare])
    }

    @Test func `following, events end: tries again later, and after the second time polls`() {
        var machine = SyncMachine()
        _ = machine.handle(.start)
        for listening in [SyncOutput.openEvents, .openEvents, .poll] {
            _ = machine.handle(.replied(ReplyFacts()))
            #expect(machine.handle(.stored(StoredFacts())).first == listening)
            guard listening == .openEvents else { continue }
            #expect(machine.handle(.eventsEnded).count == 1)
            #expect(machine.handle(.timer) == [.exchange(first: [])])
        }
        #expect(machine.handle(.heardNothing) == [.poll])
        #expect(machine.handle(.eventsEnded) == [.wake(milliseconds: 4_000)])
    }

    @Test func `following, events that brought something end: is no failure of theirs`() {
        var machine = SyncMachine()
        _ = machine.handle(.start)
        for _ in 0..<5 {
            _ = machine.handle(.replied(ReplyFacts()))
            #expect(machine.handle(.stored(StoredFacts())).first == .openEvents)
            _ = machine.handle(.hinted)
            _ = machine.handle(.replied(ReplyFacts()))
            _ = machine.handle(.stored(StoredFacts()))
            #expect(machine.handle(.eventsEnded) == [.wake(milliseconds: 1_000)])
            _ = machine.handle(.timer)
        }
    }

    @Test func `busy, something new: remembers it for another exchange`() {
        var machine = SyncMachine()
        _ = machine.handle(.start)
        #expect(machine.handle(.changed) == [])
        _ = machine.handle(.replied(ReplyFacts()))
        #expect(machine.handle(.stored(StoredFacts())) == [.exchange(first: [])])
    }

    @Test func `a hub that always has more and brings nothing is left alone`() {
        var machine = SyncMachine()
        _ = machine.handle(.start)
        var reply = ReplyFacts()
        (reply.more, reply.isProgress) = (true, false)
        var outputs: [SyncOutput] = []
        for _ in 0..<5 where !machine.isQuiet {
            _ = machine.handle(.replied(reply))
            outputs = machine.handle(.stored(StoredFacts()))
        }
        let isQuiet = machine.isQuiet
        #expect(isQuiet)
        #expect(outputs.last == .report(.hubStalls))
    }

    @Test func `any state, stop: rests`() {
        var machine = SyncMachine()
        _ = machine.handle(.start)
        #expect(machine.handle(.stop) == [.closeEvents])
        #expect(machine.handle(.replied(ReplyFacts())) == [])
        let isQuiet = machine.isQuiet
        #expect(isQuiet)
    }
}
