import Ledger
import Newsroom
import Store
import SyncProtocol

/// What one conversation has to remember between its exchanges.
struct SyncSession<Transport: HubTransport> {
    let replica: Replica
    var peer: Peer
    let transport: Transport
    private let progress: SyncProgress
    private var report = SyncReport()
    private var question = ExchangeQuestion.arrivals(after: "")
    private var pushed: [Entry] = []
    private var answer: (reply: ExchangeReply, entries: [[UInt8]])?
    private var refused: Set<EntryID> = []
    private var asksForContent = true
    private var isSureOfHub = false
    private(set) var clockOffset: Int64 = 0
    private var hubTime: Int64?
    private var failure: (any Error)?
    private let isPatient: Bool
    private var media: MediaExchange?
    /// How many entries were here when pictures were offered and fetched; nil where that is to do.
    private var seen: (offering: Int?, fetching: Int?)
    private static var limitRaw: Int { 4_194_304 }

    /// Begins with the hub that was last at this address, or asks who is there, from where the last
    /// conversation with it ended.
    ///
    /// - Throws: `ExchangeError`, `StoreError`.
    init(
        _ replica: Replica,
        over transport: Transport,
        isPatient: Bool = false,
        progress: @escaping SyncProgress
    ) async throws {
        let known = try await replica.hubID(at: transport.address)
        let hub = if let known { known } else { try await transport.hubID() }
        peer = try await replica.peer(hub, url: transport.address)
        (self.replica, self.transport, self.progress) = (replica, transport, progress)
        self.isPatient = isPatient
        carryPictures()
    }

    /// Does one thing, and tells the machine what came of it.
    mutating func perform(_ output: SyncOutput) async throws -> SyncInput? {
        switch output {
        case .exchange(let first):
            try await replica.unmark(first, on: peer.hub)
            try await offerMedia()
            return try await ask(.arrivals(after: peer.cursor), pushing: true)
        case .compare:
            return try await ask(.differences(from: replica.frontier.buckets), pushing: false)
        case .fetch(let wants): return try await ask(.stretches(wants), pushing: false)
        case .store: return .stored(try await store())
        case .reconcile: return .stored(try await reconcile())
        case .keepClock:
            let now = await replica.now.milliseconds
            clockOffset = (hubTime ?? now) - now
            return nil
        case .clearMarks:
            try await replica.forget(peer.hub)
            peer.cursor = ""
            report.isOfNewEpoch = true
            seen.offering = nil
            return nil
        case .report(let standing):
            report.standing = standing
            try await fetchMedia()
            guard standing == .synced else { return nil }
            try await replica.noteSynced(with: peer.url)
            return try await replica.testify(to: peer) ? .changed : nil
        // Whoever stays with the hub listens and waits; a conversation is over then.
        case .openEvents, .poll, .closeEvents, .wake: return nil
        }
    }

    /// What came of the whole conversation.
    func finish() async throws -> SyncReport {
        if let failure, report.standing == nil || report.isRefused { throw failure }
        var report = report
        report.media = media?.report ?? MediaReport()
        report.pending = try await replica.pendingCount()
        report.missingContent = await replica.missingContent().count
        return report
    }

    private mutating func ask(
        _ question: ExchangeQuestion,
        pushing: Bool
    ) async throws -> SyncInput {
        self.question = question
        pushed =
            pushing
            ? try await replica.outbox(
                for: peer.hub,
                limitBytes: Self.limitRaw,
                except: refused
            ).entries : []
        let request = ExchangeRequest(
            question: question,
            limitBytes: Self.limitRaw,
            entries: pushed
        )
        report.roundTrips += 1
        do {
            return .replied(try heard(try await send(request)))
        } catch let refusal as HubRefusal {
            if refusal.error == .wrongHub, try await meetAnother() {
                return try await ask(question.asked(from: peer.cursor), pushing: pushing)
            }
            hubTime = refusal.time
            failure = ExchangeError.refused(refusal.error, url: transport.address)
            return .refused(refusal.error, retryAfter: refusal.retryAfter)
        } catch let error as ExchangeError {
            failure = error
            return .failed(jitter: await replica.jitter())
        }
    }

    /// Pictures go to the hub that is there, and come from it.
    private mutating func carryPictures() {
        media = transport.blobs.map { [hub = peer.hub, replica, isPatient, progress] in
            MediaExchange(replica, over: $0, to: hub, isPatient: isPatient, progress: progress)
        }
    }

    /// Sends pictures before the entries that name them.
    private mutating func offerMedia() async throws {
        let count = await replica.newsroom.count
        guard count != seen.offering else { return }
        try await media?.offer(clockOffset: clockOffset)
        seen.offering = media?.report.failure == nil ? count : nil
    }

    /// Fetches the pictures that entries name.
    private mutating func fetchMedia() async throws {
        let count = await replica.newsroom.count
        guard count != seen.fetching, failure == nil else { return }
        try await media?.fetch(clockOffset: clockOffset)
        seen.fetching = media?.report.failure == nil ? count : nil
    }

    /// Asks who is at the address now; says whether it is another than was thought.
    private mutating func meetAnother() async throws -> Bool {
        guard !isSureOfHub else { return false }
        isSureOfHub = true
        let present = try await transport.hubID()
        guard present != peer.hub else { return false }
        peer = try await replica.peer(present, url: transport.address)
        carryPictures()
        return true
    }

    /// Sends one request to this session's hub, by its clock, and returns the answer's body.
    func send(_ request: ExchangeRequest) async throws -> [UInt8] {
        try await transport.send(
            request.body,
            by: replica,
            to: peer.hub,
            clockOffset: clockOffset
        )
    }

    /// Takes what the hub told along as the answer to a question that was not asked.
    ///
    /// - Returns: nil where it does not begin where this replica ended: then it is asked for.
    mutating func take(_ news: HubNews) -> SyncInput? {
        guard news.after.description == peer.cursor else { return nil }
        (question, pushed) = (.arrivals(after: peer.cursor), [])
        return (try? heard(news.reply)).map { .brought($0) }
    }

    private mutating func heard(_ body: [UInt8]) throws -> ReplyFacts {
        guard let answer = try? ExchangeReply.parse(body) else {
            throw ExchangeError.notAHub(transport.address)
        }
        self.answer = answer
        failure = nil
        var facts = ReplyFacts()
        facts.more = answer.reply.more
        facts.comparesHeads = answer.reply.heads != nil
        facts.missing = answer.reply.missing
        let isMoved =
            question == .arrivals(after: peer.cursor) && answer.reply.cursor != peer.cursor
        facts.isProgress = isMoved || answer.reply.accepted > 0 || facts.comparesHeads
        return facts
    }

    private mutating func store() async throws -> StoredFacts {
        guard let (reply, entries) = answer else { return StoredFacts() }
        if case .arrivals = question { peer.cursor = reply.cursor }
        let reception = try await replica.receive(entries, from: peer)
        refused.formUnion(reply.refusedEntries)
        if reply.missing.isEmpty {
            try await replica.mark(
                pushed.map(\.id).filter { !refused.contains($0) },
                on: peer
            )
        }
        report.pushed += reply.accepted
        report.pulled += reception.new.count
        report.refused += reply.refused + reception.refused
        if let read = Cursor(reply.cursor) { progress(read.number, reply.last) }
        return try await facts(root: reply.root, wants: await stillWanted(after: reply))
    }

    private mutating func reconcile() async throws -> StoredFacts {
        guard let reply = answer?.reply, let heads = reply.heads else { return StoredFacts() }
        peer.cursor = reply.cursor
        let unknown = try await replica.reconcile(
            buckets: heads.buckets,
            heads: heads.items,
            on: peer
        )
        var wants: [Want] = []
        for item in unknown {
            let highest = await replica.frontier.highest(of: item.log)
            wants.append(Want(log: item.log, head: item.head, after: highest))
        }
        return try await facts(root: reply.root, wants: wants)
    }

    /// What of the last stretches is still not here: what did not fit in the reply is asked for
    /// from where it ended, what did not fit our log from its beginning.
    private func stillWanted(after reply: ExchangeReply) async throws -> [Want] {
        guard case .stretches(let wants) = question else { return [] }
        var left: [Want] = []
        for want in wants where try await replica.entry(want.head) == nil {
            let highest = await replica.frontier.highest(of: want.log)
            let isFurther = highest != want.after
            guard isFurther || want.after != nil else { continue }
            left.append(
                Want(log: want.log, head: want.head, after: isFurther ? highest : nil)
            )
        }
        return left
    }

    private mutating func facts(root: Bytes32?, wants: [Want]) async throws -> StoredFacts {
        var facts = StoredFacts()
        facts.outbox = try await replica.outbox(for: peer.hub, limitBytes: 0, except: refused).count
        let missing = try await replica.wantsOfMissingContent()
        facts.pending = try await replica.pendingCount() + missing.count
        facts.wants = wants
        // Once a conversation: a hub that does not have the words does not get them by asking.
        if asksForContent, !missing.isEmpty {
            facts.wants += missing
            asksForContent = false
        }
        if let root {
            report.rootsAgree = await replica.frontier.root == root
            facts.rootDiffers = !report.rootsAgree
        }
        return facts
    }
}

extension ExchangeQuestion {
    /// The same question, from another place where it has one.
    fileprivate func asked(from cursor: String) -> ExchangeQuestion {
        guard case .arrivals = self else { return self }
        return .arrivals(after: cursor)
    }
}

extension Replica {
    /// A random number of -30 to 30 percent, so that many devices do not come back at one moment.
    func jitter() -> Int { Int(random(1)[0]) * 61 / 256 - 30 }
}
