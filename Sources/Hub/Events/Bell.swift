import Synchronization

/// Rings where somebody waits for news of a newsroom: live events and long polls.
///
/// It says that something is new and never what. It rings at once for what comes alone, and once
/// for many things that come together: at most 50 times a second, and more seldom where many listen,
/// so that they can all be answered between two rings.
package final class Bell: Sendable {
    /// What a listener may tell.
    package struct News: Sendable, Hashable {
        /// The number of the newest entry.
        package var last = 0
        /// How many ask to join.
        package var waiting = 0
        /// How often it rang without news, so that connections stay open.
        package var beats = 0
    }

    private struct State {
        var news = News()
        var isClosed = false
        var next = 0
        /// Not before then it rings again.
        var rest = ContinuousClock.now
        /// Whether it rings as soon as it may.
        var isDue = false
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
    }

    private let state: Mutex<State>
    private let limit: Int

    /// Hangs up a bell for so many listeners at most.
    package init(last: Int = 0, limit: Int = 20_000) {
        state = Mutex(State(news: News(last: last)))
        self.limit = limit
    }

    /// What there is to tell now.
    package var news: News { state.withLock { $0.news } }

    /// How many listen.
    package var listeners: Int { state.withLock { $0.listeners.count } }

    /// How long it is silent after a ring that so many heard.
    static func pause(listeners: Int) -> Duration {
        max(.milliseconds(20), .microseconds(50 * listeners))
    }

    /// Rings for whatever `change` changes, now or as soon as it may.
    package func ring(_ change: (inout News) -> Void) {
        let rest = state.withLock { state -> ContinuousClock.Instant? in
            let before = state.news
            change(&state.news)
            guard state.news != before, !state.isDue else { return nil }
            state.isDue = true
            return state.rest
        }
        guard let rest else { return }
        guard rest > .now else { return ringNow() }
        // It ends by itself, after a rest.
        Task {
            try? await Task.sleep(until: rest)
            ringNow()
        }
    }

    private func ringNow() {
        let waiting = state.withLock { state -> [AsyncStream<Void>.Continuation] in
            state.isDue = false
            state.rest = .now + Self.pause(listeners: state.listeners.count)
            return Array(state.listeners.values)
        }
        for listener in waiting { listener.yield() }
    }

    /// Sends everybody home: the hub stops.
    package func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            return Array(state.listeners.values)
        }
        for listener in waiting { listener.finish() }
    }

    /// Listens until the hub stops or nobody reads on; nil where too many listen.
    package func listen() -> AsyncStream<Void>? {
        let (rings, continuation) = AsyncStream.makeStream(
            of: Void.self,
            bufferingPolicy: .bufferingNewest(1)
        )
        let number = state.withLock { state -> Int? in
            guard state.listeners.count < limit, !state.isClosed else { return nil }
            state.next += 1
            state.listeners[state.next] = continuation
            return state.next
        }
        guard let number else { return nil }
        continuation.onTermination = { [weak self] _ in
            self?.state.withLock { $0.listeners[number] = nil }
        }
        return rings
    }

    /// Waits until there is an entry after a number, at most so long.
    package func wait(after number: Int, atMost time: Duration) async {
        guard news.last <= number, let rings = listen() else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in rings where self.news.last > number { return } }
            group.addTask { try? await Task.sleep(for: time) }
            await group.next()
            group.cancelAll()
        }
    }
}
