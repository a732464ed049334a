import HTTPTypes
import Hummingbird
import NIOCore
import Newsroom
import ServiceLifecycle
import SyncProtocol

/// What one device is told while it listens: that something arrived, and what, where that is short,
/// as `text/event-stream` (ledger.md 7.5, decision 501).
///
/// Each next piece is made when the last one was taken, so a slow reader costs nothing.
struct EventStream: AsyncSequence, Sendable {
    private let served: ServedNewsroom
    private let key: DeviceKey
    private let rings: AsyncStream<Void>
    private let cursor: Cursor

    /// Listens for a device that read up to a cursor; nil where too many listen.
    init?(of served: ServedNewsroom, to key: DeviceKey, after cursor: Cursor) {
        guard let rings = served.bell.listen() else { return nil }
        (self.served, self.key, self.rings, self.cursor) = (served, key, rings, cursor)
    }

    func makeAsyncIterator() -> Pieces {
        Pieces(served: served, key: key, rings: rings.makeAsyncIterator(), after: cursor)
    }

    /// The answer that goes on.
    var response: Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream", .cacheControl: "no-store, no-transform",
                .xAccelBuffering: "no",
            ],
            body: ResponseBody(asyncSequence: self)
        )
    }

    /// The pieces of the stream, in order.
    struct Pieces: AsyncIteratorProtocol {
        private let served: ServedNewsroom
        private let key: DeviceKey
        private var rings: AsyncStream<Void>.Iterator
        private let epoch: String
        private var told: Bell.News
        private var end: ContinuousClock.Instant?
        private var rests = false
        private var isOver = false

        /// So long a stream lives: then the device signs anew.
        private static let life = Duration.seconds(900)
        /// Between two pieces at least, where the device has to ask for what they tell of.
        private static let pause = Duration.seconds(1)

        init(
            served: ServedNewsroom,
            key: DeviceKey,
            rings: AsyncStream<Void>.Iterator,
            after cursor: Cursor
        ) {
            (self.served, self.key, self.rings) = (served, key, rings)
            (epoch, told) = (cursor.epoch, Bell.News(last: cursor.number))
        }

        mutating func next() async throws -> ByteBuffer? {
            if isOver { return nil }
            guard let end else {
                end = ContinuousClock.now + Self.life
                var first = ByteBuffer(string: "retry: 3000\n\n")
                first.writeImmutableBuffer(await news())
                return first
            }
            if rests { try await Task.sleep(for: Self.pause) }
            let hasRung = await rings.next(isolation: #isolation) != nil
            // Whoever was removed meanwhile hears nothing more; his next call tells him why.
            guard hasRung, ContinuousClock.now < end, await served.replica.admits(key) else {
                isOver = true
                return ByteBuffer(string: HubEvent.bye.text)
            }
            return await news()
        }

        /// What is new since the last piece, or a sign of life.
        private mutating func news() async -> ByteBuffer {
            let news = served.bell.news
            var text = ByteBuffer()
            if news.waiting != told.waiting {
                text.writeString(HubEvent.join(waiting: news.waiting).text)
            }
            (told.waiting, told.beats, rests) = (news.waiting, news.beats, false)
            if news.last > told.last {
                let piece = await served.pieces.piece(
                    after: told.last,
                    last: news.last,
                    epoch: epoch
                )
                (told.last, rests) = (piece.last, !piece.isWhole)
                guard text.readableBytes > 0 else { return piece.buffer }
                text.writeImmutableBuffer(piece.buffer)
            }
            return text.readableBytes > 0 ? text : ByteBuffer(string: HubEvent.beat.text)
        }
    }
}

/// Beats every 20 seconds, below the minute at which proxies close, and lets all listeners go when
/// the hub is asked to stop.
struct Heartbeat: Service {
    let bells: [Bell]

    func run() async throws {
        await withGracefulShutdownHandler {
            while !Task.isShuttingDownGracefully, !Task.isCancelled {
                try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(20)) }
                for bell in bells { bell.ring { $0.beats += 1 } }
            }
        } onGracefulShutdown: {
            for bell in bells { bell.close() }
        }
    }
}
