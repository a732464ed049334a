import Ledger
import Newsroom
import Store
import SyncProtocol

/// The hub's half of an exchange as a function of request and log: push first, then answer.
///
/// Everything is idempotent: a lost answer is made good by asking again.
package struct ExchangeAnswer: Sendable {
    private let log: any HubLog

    /// Answers from a log.
    package init(from log: any HubLog) { self.log = log }

    /// The body of the answer to a body.
    ///
    /// - Throws: `SyncError`, and what the log throws.
    package func body(to body: [UInt8]) async throws -> [UInt8] {
        try await answer(to: ReceivedRequest(parsing: body)).body
    }

    /// What a hub says to a request.
    struct Reply {
        let body: [UInt8]
        /// Whether it brought nothing and took nothing.
        let isEmpty: Bool
        /// The number of the newest entry that it knew.
        let last: Int
    }

    /// The answer to a request.
    ///
    /// - Throws: `SyncError`, and what the log throws.
    func answer(to request: ReceivedRequest) async throws -> Reply {
        let epoch = try await log.epoch()
        if case .arrivals(let cursor) = request.question {
            _ = try Cursor(parsing: cursor, epoch: epoch)
        }
        let pushed = try await log.append(request.entries)
        switch request.question {
        case .arrivals(let cursor):
            let place = try Cursor(parsing: cursor, epoch: epoch)
            return try await arrivals(after: place, request.limitBytes, pushed)
        case .differences(let buckets): return try await differences(from: buckets, epoch, pushed)
        case .stretches(let wants):
            return try await stretches(wants, request.limitBytes, epoch, pushed)
        }
    }

    private func arrivals(
        after cursor: Cursor,
        _ limitBytes: Int,
        _ pushed: Reception
    ) async throws -> Reply {
        let page = try await log.arrivals(after: cursor.number, limitBytes: limitBytes)
        let reached = page.entries.last?.number ?? max(cursor.number, 0)
        let came = Set(pushed.new + pushed.known)
        let entries = try page.entries.map { try Entry(stored: $0.bytes) }
            .filter { !came.contains($0.id) }
        var reply = reply(Cursor(epoch: cursor.epoch, number: reached), page.last, pushed)
        reply.more = reached < page.last
        reply.root = page.root
        return Reply(
            body: reply.body(with: entries),
            isEmpty: page.entries.isEmpty && !pushed.isAnything,
            last: page.last
        )
    }

    /// What those lack who read up to a cursor; nil where that is too much to be told along.
    ///
    /// - Throws: what the log throws.
    func news(after cursor: Cursor) async throws -> HubNews? {
        let page = try await log.arrivals(after: cursor.number, limitBytes: HubNews.limitBytes / 2)
        guard page.root != nil, let reached = page.entries.last?.number else { return nil }
        let end = Cursor(epoch: cursor.epoch, number: reached)
        var reply = reply(end, page.last, Reception())
        reply.root = page.root
        let entries = try page.entries.map { try Entry(stored: $0.bytes) }
        return HubNews(after: cursor, cursor: end, reply: reply.body(with: entries))
    }

    private func differences(
        from buckets: [[UInt8]],
        _ epoch: String,
        _ pushed: Reception
    ) async throws -> Reply {
        let (heads, last) = try await log.heads()
        var reply = reply(Cursor(epoch: epoch, number: last), last, pushed)
        reply.root = heads.root
        reply.heads = heads.differences(from: buckets)
        return Reply(body: reply.body(with: []), isEmpty: false, last: last)
    }

    private func stretches(
        _ wants: [Want],
        _ limitBytes: Int,
        _ epoch: String,
        _ pushed: Reception
    ) async throws -> Reply {
        let last = try await log.heads().last
        var entries: [Entry] = []
        var room = limitBytes
        var reply = reply(Cursor(epoch: epoch, number: last), last, pushed)
        for want in wants where !reply.more {
            guard room > 0, entries.count < Frames.maximumEntries else {
                reply.more = true
                break
            }
            let stretch = try await log.chain(of: want.head, after: want.after, limitBytes: room)
            // A first entry that does not fit beside others comes with the next question.
            let fits = stretch.entries.prefix(Frames.maximumEntries - entries.count)
            room -= fits.reduce(0) { $0 + $1.bytes.count }
            guard room >= 0 || entries.isEmpty else {
                reply.more = true
                break
            }
            entries += fits
            reply.more = !stretch.isWhole || fits.count < stretch.entries.count
        }
        return Reply(body: reply.body(with: entries), isEmpty: false, last: last)
    }

    private func reply(_ cursor: Cursor, _ last: Int, _ pushed: Reception) -> ExchangeReply {
        ExchangeReply(
            cursor: cursor.description,
            last: last,
            more: false,
            root: nil,
            accepted: pushed.new.count,
            known: pushed.known.count,
            missing: pushed.pending.values.flatMap(\.self).sorted(),
            refused: pushed.refused,
            refusedEntries: pushed.refusedEntries
        )
    }
}

extension Reception {
    /// Whether anything was pushed at all.
    fileprivate var isAnything: Bool {
        !(new.isEmpty && known.isEmpty && pending.isEmpty && refused.isEmpty)
    }
}

extension LogHeads {
    /// The heads in those buckets whose hashes are others than these.
    fileprivate func differences(from hashes: [[UInt8]]) -> BucketHeads {
        let own = buckets
        let differing = own.indices.filter { own[$0] != hashes[$0] }
        let inside = Set(differing)
        let heads = items.filter { inside.contains($0.bucket) }
        return BucketHeads(
            buckets: differing,
            items: Array(heads.prefix(BucketHeads.maximumItems)),
            isPartial: heads.count > BucketHeads.maximumItems
        )
    }
}
