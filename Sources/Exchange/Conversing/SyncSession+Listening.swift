import Ledger
import Store
import SyncProtocol

/// What a session does while there is nothing to exchange.
extension SyncSession where Transport: LiveHubTransport {
    /// Hears the hub's live events until they end, and passes on how far the hub says it is, with
    /// what it tells along.
    ///
    /// A stream that lived is followed by another at once; one in which nothing was heard failed.
    func events(into hint: @Sendable (Cursor, HubNews?) -> Void) async -> SyncInput {
        let start = ContinuousClock.now
        do {
            let events = try await transport.events(
                after: peer.cursor,
                for: replica,
                of: peer.hub,
                clockOffset: clockOffset
            )
            for try await event in events {
                switch event {
                case .more(let cursor): hint(cursor, nil)
                case .news(let news): hint(news.cursor, news)
                case .join, .beat: break
                case .bye: return .hinted
                }
            }
        } catch {}
        return ContinuousClock.now - start > .seconds(60) ? .hinted : .eventsEnded
    }
}

extension SyncSession {
    /// Whether a hub that is so far has something that was not read.
    func isNews(_ cursor: Cursor) -> Bool {
        guard let own = Cursor(peer.cursor), own.epoch == cursor.epoch else { return true }
        return cursor.number > own.number
    }

    /// Asks the hub to hold its answer until it has something to say.
    func poll() async -> SyncInput {
        let request = ExchangeRequest(
            question: .arrivals(after: peer.cursor),
            limitBytes: 65_536,
            entries: [],
            wait: ExchangeRequest.maximumWait
        )
        do {
            let reply = try ExchangeReply.parse(try await send(request)).reply
            return reply.cursor == peer.cursor ? .heardNothing : .hinted
        } catch {
            return .eventsEnded
        }
    }
}
