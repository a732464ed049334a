// The client's side of sync (ledger.md 7.4): inputs in, outputs out; no IO, no clock, no `await`.
// One exchange is in flight at most. What is heard meanwhile is remembered and leads to another.

import Newsroom

/// One side of a long conversation with a hub.
package struct SyncMachine: ~Copyable {
    private enum Phase: Hashable {
        case resting
        case exchanging
        case reconciling
        case storing
        case following
        case waiting
        case stopped
    }

    private var phase = Phase.resting
    private var reply = ReplyFacts()
    private var wants: [Want] = []
    private var isAgain = false
    private var usedClock = false
    private var failures = 0
    private var eventFailures = 0
    private var polls = false
    private var comparisons = 0
    private var stalls = 0
    private static let quarterHour = 900_000
    private static let maximumStalls = 3

    /// Starts at rest.
    package init() {}

    /// Whether nothing is under way: all that is left is to wait.
    package var isQuiet: Bool {
        switch phase {
        case .resting, .following, .waiting, .stopped: true
        case .exchanging, .reconciling, .storing: false
        }
    }

    /// Takes in what happened and answers what to do.
    package mutating func handle(_ input: SyncInput) -> [SyncOutput] {
        switch (phase, input) {
        case (_, .stop): return rest()
        case (.resting, .start), (.waiting, .start), (.waiting, .timer), (.waiting, .changed),
            (.following, .changed), (.following, .hinted), (.following, .timer),
            (.following, .start), (.stopped, .start):
            if phase == .stopped || phase == .resting { (comparisons, polls) = (0, false) }
            if input == .hinted { eventFailures = 0 }
            return exchange()
        case (.exchanging, .replied(let facts)), (.reconciling, .replied(let facts)):
            return take(facts)
        case (.following, .brought(let facts)):
            eventFailures = 0
            return take(facts)
        case (.exchanging, .refused(let error, let wait)),
            (.reconciling, .refused(let error, let wait)):
            return refused(error, wait)
        case (.exchanging, .failed(let jitter)), (.reconciling, .failed(let jitter)):
            return wait(seconds: nil, jitter: jitter)
        case (.storing, .stored(let facts)): return stored(facts)
        case (.following, .eventsEnded): return eventsEnded()
        case (.following, .heardNothing): return [.poll]
        case (.exchanging, .changed), (.exchanging, .hinted), (.exchanging, .brought),
            (.reconciling, .changed), (.reconciling, .hinted), (.reconciling, .brought),
            (.storing, .changed), (.storing, .hinted), (.storing, .brought):
            isAgain = true
            return []
        default: return []
        }
    }

    private mutating func rest() -> [SyncOutput] {
        phase = .resting
        isAgain = false
        return [.closeEvents]
    }

    private mutating func exchange(first: [EntryID] = []) -> [SyncOutput] {
        phase = .exchanging
        isAgain = false
        return [.exchange(first: first)]
    }

    private mutating func take(_ facts: ReplyFacts) -> [SyncOutput] {
        let wasReconciling = phase == .reconciling
        (failures, usedClock) = (0, false)
        stalls = facts.isProgress ? 0 : stalls + 1
        reply = facts
        phase = .storing
        return [wasReconciling && facts.comparesHeads ? .reconcile : .store]
    }

    private mutating func refused(_ error: SyncError, _ wait: Int?) -> [SyncOutput] {
        switch error {
        case .clock where !usedClock:
            usedClock = true
            let again: SyncOutput = phase == .reconciling ? .compare : .exchange(first: [])
            return [.keepClock, again]
        case .epochChanged:
            phase = .reconciling
            return [.clearMarks, .compare]
        case .slowDown, .starting: return self.wait(seconds: wait ?? 30, jitter: 0)
        case .full:
            return self.wait(seconds: wait ?? 600, jitter: 0) + [.report(.refused(error))]
        case .broken: return self.wait(seconds: wait, jitter: 0)
        default:
            phase = .stopped
            return [.closeEvents, .report(.refused(error))]
        }
    }

    /// Waits 1 to 60 seconds, twice as long each time; as long as the hub says, up to an hour.
    private mutating func wait(seconds: Int?, jitter: Int) -> [SyncOutput] {
        phase = .waiting
        let doubled = min(60_000, 1_000 << min(failures, 6))
        failures += 1
        let pause =
            seconds.map { min(max($0, 0), 3_600) * 1_000 } ?? doubled + doubled * jitter / 100
        return [.closeEvents, .wake(milliseconds: pause)]
    }

    private mutating func stored(_ facts: StoredFacts) -> [SyncOutput] {
        wants += facts.wants
        guard stalls < Self.maximumStalls else { return follow(.hubStalls) }
        if !wants.isEmpty {
            let next = Array(wants.prefix(ExchangeQuestion.maximumWants))
            wants.removeFirst(next.count)
            phase = .exchanging
            return [.fetch(next)]
        }
        let isSayable = facts.outbox > 0 && stalls == 0
        if reply.more || isSayable { return exchange(first: reply.missing) }
        if facts.rootDiffers, facts.outbox == 0, facts.pending == 0 {
            guard comparisons < 2 else { return follow(.hubDiffers) }
            comparisons += 1
            phase = .reconciling
            return [.compare]
        }
        let isSynced = facts.outbox == 0 && facts.pending == 0 && !facts.rootDiffers
        if isSynced { comparisons = 0 }
        return follow(
            isSynced ? .synced : .behind(outbox: facts.outbox, pending: facts.pending)
        )
    }

    private mutating func follow(_ standing: SyncStanding) -> [SyncOutput] {
        if isAgain, standing != .hubStalls { return exchange() }
        stalls = 0
        phase = .following
        let listening: SyncOutput = polls ? .poll : .openEvents
        return [listening, .wake(milliseconds: Self.quarterHour), .report(standing)]
    }

    /// Streams that end twice without news are kept from us by something between: then the hub is
    /// asked to hold its answer instead.
    private mutating func eventsEnded() -> [SyncOutput] {
        eventFailures += 1
        polls = polls || eventFailures == 2
        return [.wake(milliseconds: min(30_000, 1_000 << min(eventFailures - 1, 5)))]
    }
}
