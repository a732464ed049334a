import NIOCore
import SyncProtocol

/// A piece of a stream that tells of entries, and how far it goes.
struct NewsPiece: Sendable {
    let buffer: ByteBuffer
    /// The number of the newest entry that it tells of.
    let last: Int
    /// Whether the entries are in it; else they have to be asked for.
    let isWhole: Bool
}

/// Makes each piece once for all who lack the same: a thousand devices that keep up share one.
actor NewsPieces {
    private let log: any HubLog
    private var known: [Int: (last: Int, making: Task<NewsPiece, Never>)] = [:]

    init(from log: any HubLog) { self.log = log }

    /// The piece for those who read up to a number, while the newest entry has another.
    func piece(after number: Int, last: Int, epoch: String) async -> NewsPiece {
        if let piece = known[number], piece.last == last { return await piece.making.value }
        // Those who keep up lack the same; what was made for others before is of no use any more.
        known = known.filter { $0.value.last == last }
        let (after, now) = (
            Cursor(epoch: epoch, number: number), Cursor(epoch: epoch, number: last)
        )
        // Whoever asks for it first waits for it here, the others above.
        let making = Task { [log] in await Self.piece(after: after, upTo: now, from: log) }
        known[number] = (last, making)
        return await making.value
    }

    private static func piece(
        after cursor: Cursor,
        upTo last: Cursor,
        from log: any HubLog
    ) async -> NewsPiece {
        guard let news = try? await ExchangeAnswer(from: log).news(after: cursor) else {
            let hint = ByteBuffer(string: HubEvent.more(last).text)
            return NewsPiece(buffer: hint, last: last.number, isWhole: false)
        }
        let text = HubEvent.news(news).text
        return NewsPiece(buffer: ByteBuffer(string: text), last: news.cursor.number, isWhole: true)
    }
}
