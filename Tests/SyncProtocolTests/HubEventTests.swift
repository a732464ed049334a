import SyncProtocol
import TestSupport
import Testing

struct `Live events` {
    private static let places = [7, 9].map {
        Cursor(epoch: String(repeating: "5", count: 32), number: $0)
    }
    private let events: [HubEvent]

    init() throws {
        let reply = (0..<700).map { UInt8(truncatingIfNeeded: $0) }
        let news = HubNews(after: Self.places[0], cursor: Self.places[1], reply: reply)
        events = [
            .more(Self.places[0]), .beat, .news(try #require(news)), .join(waiting: 2), .bye,
        ]
    }

    @Test(arguments: Seeds.smoke)
    func `are read however the network cuts them`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var rest = Array(("retry: 3000\n\n" + events.map(\.text).joined()).utf8)[...]
        var (reader, found) = (HubEventReader(), [HubEvent]())
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...9, using: &random))
            rest = rest.dropFirst(piece.count)
            found += try reader.take(piece)
        }
        #expect(found == events, "seed \(seed)")
    }

    @Test(arguments: [
        "event: other\ndata: {}\n\n", "event: more\ndata: {}\n\n", "event: more\ndata: x\n\n",
        "data: {\"cursor\":\"a.1\"}\n\n", "event: join\n\n", "nonsense\n\n",
    ])
    func `that make no sense are passed over`(text: String) throws {
        var reader = HubEventReader()
        #expect(try reader.take(Array((text + HubEvent.bye.text).utf8)) == [.bye])
    }

    @Test func `bring entries along only where they are short, in base64, and say from where`()
        throws
    {
        let long = [UInt8](repeating: 0, count: HubNews.limitBytes + 1)
        #expect(HubNews(after: Self.places[0], cursor: Self.places[1], reply: long) == nil)
        var reader = HubEventReader()
        let cursor = Self.places[1]
        for rest in [
            "\"reply\":\"AAAA\"", "\"after\":\"x\",\"reply\":\"AAAA\"",
            "\"after\":\"\(cursor)\",\"reply\":\"?\"",
        ] {
            let text = "event: more\ndata: {\"cursor\":\"\(cursor)\",\(rest)}\n\n"
            #expect(try reader.take(Array(text.utf8)) == [.more(cursor)], "\(text)")
        }
    }

    @Test func `with a line that does not end are refused`() {
        var reader = HubEventReader()
        #expect(throws: SyncError.tooLarge) {
            try reader.take([UInt8](repeating: 0x61, count: HubEventReader.limitLine + 1))
        }
    }
}
