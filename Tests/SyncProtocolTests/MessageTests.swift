import Ledger
import Newsroom
import SyncProtocol
import TestSupport
import Testing

struct `A message` {
    private let id = EntryID(.zero)

    @Test func `asking for differences or stretches is read as it was written`() throws {
        let buckets = (0..<256).map { [UInt8](repeating: UInt8($0), count: 16) }
        let wants = [
            Want(log: LogID(.zero), head: id, after: nil),
            Want(log: LogID(.zero), head: id, after: 41),
        ]
        for question in [
            ExchangeQuestion.differences(from: buckets), .stretches(wants), .arrivals(after: ""),
        ] {
            let request = ExchangeRequest(question: question, limitBytes: 65_536, entries: [])
            #expect(try ReceivedRequest(parsing: request.body).question == question)
        }
    }

    @Test func `with heads is read as it was written`() throws {
        let heads = BucketHeads(
            buckets: [0, 255],
            items: [LogHeads.Item(log: LogID(.zero), seq: 3, head: id)],
            isPartial: false
        )
        let reply = ExchangeReply(
            cursor: "a.1",
            last: 1,
            more: false,
            root: .zero,
            accepted: 0,
            known: 0,
            missing: [id],
            refused: ["shape"],
            refusedEntries: [id],
            heads: heads
        )
        let parsed = try ExchangeReply.parse(reply.body(with: [])).reply
        #expect(parsed.heads == heads)
        #expect(parsed.missing == [id] && parsed.refusedEntries == [id])
        #expect(parsed.refused == ["shape"])
    }

    @Test(arguments: [
        #"{}"#, #"{"protocol":1}"#, #"{"protocol":1,"max":1,"count":0,"cursor":""}"#,
        #"{"protocol":1,"max":65536,"count":1,"cursor":""}"#,
        #"{"protocol":1,"max":65536,"count":0,"buckets":"AAAA"}"#,
        #"{"protocol":1,"max":65536,"count":0,"want":[{}]}"#,
        #"{"protocol":1,"protocol":1,"max":65536,"count":0,"cursor":""}"#,
    ])
    func `that lacks or doubles something is malformed`(control: String) {
        let text = Array(control.utf8)
        let body = [0, 0, UInt8(text.count >> 8), UInt8(text.count & 255)] + text
        #expect(throws: SyncError.malformed) { try ReceivedRequest(parsing: body) }
    }

    @Test func `of another version says so`() {
        let text = Array(#"{"protocol":2}"#.utf8)
        #expect(throws: SyncError.versions) {
            try ReceivedRequest(parsing: [0, 0, 0, UInt8(text.count)] + text)
        }
    }

    @Test(arguments: Seeds.smoke)
    func `of any bytes is read or refused`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let good = ExchangeRequest(
            question: .stretches([Want(log: LogID(.zero), head: id, after: 3)]),
            limitBytes: 65_536,
            entries: []
        ).body
        for _ in 0..<200 {
            var bytes = good
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try? ReceivedRequest(parsing: bytes)
            _ = try? ExchangeReply.parse(bytes)
        }
    }
}
