import Ledger
import Newsroom
package import Store
import SyncProtocol

/// The hub's half of an exchange as a function of request and log: push first, then answer.
///
/// Everything is idempotent: a lost answer is made good by asking again.
package struct ExchangeAnswer: Sendable {
    private let replica: Replica

    /// Answers from the log of a replica.
    package init(from replica: Replica) { self.replica = replica }

    /// The body of the answer to a body.
    ///
    /// - Throws: `SyncError`, `StoreError`.
    package func body(to body: [UInt8]) async throws -> [UInt8] {
        let request = try ReceivedRequest(parsing: body)
        let epoch = try await replica.epoch().map { padded($0) }.joined()
        if case .arrivals(let cursor) = request.question {
            _ = try Cursor(parsing: cursor, epoch: epoch)
        }
        let pushed = try await replica.receive(request.entries)
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
    ) async throws -> [UInt8] {
        let page = try await replica.entries(after: cursor.number, limitBytes: limitBytes)
            .prefix(Frames.maximumEntries)
        let last = try await replica.lastArrival()
        let reached = page.last?.arrival ?? max(cursor.number, 0)
        let came = Set(pushed.new + pushed.known)
        let entries = try page.map { try Entry(stored: $0.bytes) }.filter { !came.contains($0.id) }
        var reply = reply(Cursor(epoch: cursor.epoch, number: reached), last, pushed)
        reply.more = reached < last
        reply.root = reply.more ? nil : await replica.frontier.root
        return reply.body(with: entries)
    }

    private func differences(
        from buckets: [[UInt8]],
        _ epoch: String,
        _ pushed: Reception
    ) async throws -> [UInt8] {
        let frontier = await replica.frontier
        let last = try await replica.lastArrival()
        var reply = reply(Cursor(epoch: epoch, number: last), last, pushed)
        reply.root = frontier.root
        reply.heads = frontier.differences(from: buckets)
        return reply.body(with: [])
    }

    private func stretches(
        _ wants: [Want],
        _ limitBytes: Int,
        _ epoch: String,
        _ pushed: Reception
    ) async throws -> [UInt8] {
        let last = try await replica.lastArrival()
        var entries: [Entry] = []
        var bytes = 0
        var reply = reply(Cursor(epoch: epoch, number: last), last, pushed)
        for want in wants {
            for id in await replica.chain(to: want.head, after: want.after) {
                guard let entry = try await replica.entry(id) else { continue }
                bytes += entry.bytes.count
                reply.more =
                    !entries.isEmpty
                    && (bytes > limitBytes || entries.count == Frames.maximumEntries)
                guard !reply.more else { return reply.body(with: entries) }
                entries.append(entry)
            }
        }
        return reply.body(with: entries)
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
