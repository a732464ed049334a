package import Store
package import SyncProtocol

/// Stays in step with a hub while the desk is open: sends what is written here as soon as it is
/// written, and takes what is new there as soon as the hub says so.
///
/// It drives the machine of `SyncProtocol` with real time. A hub that is away costs nothing but a
/// look now and then.
package final class Follower<Transport: LiveHubTransport>: Sendable {
    private let replica: Replica
    private let transport: Transport
    private let tell: @Sendable (SyncStanding) async -> Void
    private let heard: AsyncStream<Heard>
    private let mailbox: AsyncStream<Heard>.Continuation

    /// Takes a replica and the way to its hub; `tell` hears how they stand whenever that is known.
    package init(
        _ replica: Replica,
        over transport: Transport,
        tell: @escaping @Sendable (SyncStanding) async -> Void
    ) {
        (self.replica, self.transport, self.tell) = (replica, transport, tell)
        (heard, mailbox) = AsyncStream.makeStream()
    }

    /// Something was written here.
    package func changed() { mailbox.yield(Heard(.changed)) }

    /// Follows until the task is cancelled.
    ///
    /// - Throws: `StoreError` where what came cannot be kept, `SigningError`.
    package func run() async throws {
        var machine = SyncMachine()
        var session: SyncSession<Transport>?
        var waiting = Waiting(mailbox: mailbox)
        defer { waiting.stop() }
        mailbox.yield(Heard(.start))
        for await word in heard where waiting.isMeant(word) {
            if let place = word.place, session?.isNews(place) == false { continue }
            let brought = word.news.flatMap { session?.take($0) }
            var outputs = machine.handle(brought ?? word.input)[...]
            while let output = outputs.popFirst() {
                let next = try await perform(output, in: &session, &waiting)
                if let next { outputs += machine.handle(next) }
            }
        }
    }

    private func perform(
        _ output: SyncOutput,
        in session: inout SyncSession<Transport>?,
        _ waiting: inout Waiting
    ) async throws -> SyncInput? {
        if case .wake(let milliseconds) = output {
            waiting.wake(after: milliseconds)
            return nil
        }
        if output == .closeEvents {
            waiting.close()
            return nil
        }
        if session == nil { session = try await begin() }
        // Whoever listens does so by what the session knows now.
        guard let present = session else { return .failed(jitter: await replica.jitter()) }
        switch output {
        case .openEvents: waiting.listen { await present.events(into: $0) }
        case .poll: waiting.listen { _ in await present.poll() }
        default: break
        }
        let next = try await session?.perform(output)
        if case .report(let standing) = output { await tell(standing) }
        return next
    }

    /// A conversation with whoever answers there; nil where nobody does.
    private func begin() async throws -> SyncSession<Transport>? {
        do {
            return try await SyncSession(replica, over: transport) { _, _ in }
        } catch is ExchangeError {
            return nil
        }
    }
}

/// What the machine is to hear.
private struct Heard: Sendable {
    let input: SyncInput
    /// The listening that it comes from, if from one.
    var listening: Int?
    /// How far the hub is, where it said so; nil also for the last word of a listening.
    var place: Cursor?
    /// What it told along.
    var news: HubNews?

    init(
        _ input: SyncInput,
        listening: Int? = nil,
        place: Cursor? = nil,
        news: HubNews? = nil
    ) {
        (self.input, self.listening, self.place, self.news) = (input, listening, place, news)
    }
}

/// The one timer and the one listening that a follower has at a time.
private struct Waiting {
    let mailbox: AsyncStream<Heard>.Continuation
    private var timer: Task<Void, Never>?
    private var listening: Task<Void, Never>?
    private var number = 0

    init(mailbox: AsyncStream<Heard>.Continuation) { self.mailbox = mailbox }

    /// Whether a word does not come from a listening that was closed; notes where one is over.
    mutating func isMeant(_ word: Heard) -> Bool {
        guard let origin = word.listening else { return true }
        guard origin == number, listening != nil else { return false }
        if word.place == nil { listening = nil }
        return true
    }

    mutating func wake(after milliseconds: Int) {
        timer?.cancel()
        timer = Task { [mailbox] in
            guard (try? await Task.sleep(for: .milliseconds(milliseconds))) != nil else { return }
            mailbox.yield(Heard(.timer))
        }
    }

    /// Listens, unless it does already: `hear` passes on hints, and answers how it ended.
    mutating func listen(
        _ hear: @escaping @Sendable (@Sendable (Cursor, HubNews?) -> Void) async -> SyncInput
    ) {
        guard listening == nil else { return }
        number += 1
        listening = Task { [mailbox, number] in
            let end = await hear { place, news in
                mailbox.yield(Heard(.hinted, listening: number, place: place, news: news))
            }
            mailbox.yield(Heard(end, listening: number))
        }
    }

    /// Listens no more.
    mutating func close() {
        listening?.cancel()
        listening = nil
    }

    mutating func stop() {
        timer?.cancel()
        close()
    }
}
