import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import SyncProtocol

/// What one device is told while it listens: that something arrived, never what, as
/// `text/event-stream` (ledger.md 7.5).
///
/// Each next piece is made when the last one was taken, so a slow reader costs nothing.
struct EventStream: AsyncSequence, Sendable {
    private let bell: Bell
    private let rings: AsyncStream<Void>
    private let epoch: String
    private let place: Int

    /// Listens for a device that read up to a number; nil where too many listen.
    init?(at bell: Bell, epoch: String, after place: Int) {
        guard let rings = bell.listen() else { return nil }
        (self.bell, self.rings, self.epoch, self.place) = (bell, rings, epoch, place)
    }

    func makeAsyncIterator() -> Pieces {
        Pieces(
            bell: bell,
            rings: rings.makeAsyncIterator(),
            epoch: epoch,
            told: Bell.News(last: place)
        )
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
        let bell: Bell
        var rings: AsyncStream<Void>.Iterator
        let epoch: String
        var told: Bell.News
        private var end: ContinuousClock.Instant?
        private var rests = false
        private var isOver = false

        /// So long a stream lives: then the device signs anew.
        private static let life = Duration.seconds(900)
        /// Between two events of one stream at least.
        private static let pause = Duration.seconds(1)

        init(
            bell: Bell,
            rings: AsyncStream<Void>.Iterator,
            epoch: String,
            told: Bell.News
        ) {
            (self.bell, self.rings, self.epoch, self.told) = (bell, rings, epoch, told)
        }

        mutating func next() async throws -> ByteBuffer? {
            if isOver { return nil }
            guard let end else {
                end = ContinuousClock.now + Self.life
                return ByteBuffer(string: "retry: 3000\n\n" + news())
            }
            if rests { try await Task.sleep(for: Self.pause) }
            guard await rings.next(isolation: #isolation) != nil, ContinuousClock.now < end else {
                isOver = true
                return ByteBuffer(string: HubEvent.bye.text)
            }
            return ByteBuffer(string: news())
        }

        /// What is new since the last piece, or a sign of life.
        private mutating func news() -> String {
            let news = bell.news
            var events: [HubEvent] = []
            if news.last > told.last {
                events.append(.more(Cursor(epoch: epoch, number: news.last)))
            }
            if news.waiting != told.waiting { events.append(.join(waiting: news.waiting)) }
            told = news
            rests = !events.isEmpty
            return events.isEmpty ? HubEvent.beat.text : events.map(\.text).joined()
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
