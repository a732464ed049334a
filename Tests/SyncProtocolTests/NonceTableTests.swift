import Newsroom
import SyncProtocol
import Testing

struct `A table of requests` {
    private func request(_ number: Int) -> SignatureParameters {
        SignatureParameters(created: 0, nonce: "\(number)", key: DeviceKey(.zero), hub: "")
    }

    @Test func `takes none twice for ten minutes, also where the window turns between`() throws {
        var table = NonceTable()
        try table.note(request(1), now: 1_000)
        try table.note(request(2), now: 1_599)
        #expect(throws: SyncError.signature) { try table.note(request(1), now: 1_599) }
        #expect(throws: SyncError.signature) { try table.note(request(2), now: 1_601) }
        #expect(throws: SyncError.signature) { try table.note(request(2), now: 2_198) }
    }

    @Test func `that is full says so, and is empty again later`() throws {
        var table = NonceTable(limit: 2)
        for number in 0..<2 { try table.note(request(number), now: 1_000) }
        #expect(throws: SyncError.slowDown) { try table.note(request(2), now: 1_100) }
        try table.note(request(2), now: 1_600)
    }
}
