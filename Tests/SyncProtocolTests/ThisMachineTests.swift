import SyncProtocol
import Testing

struct `A host` {
    @Test(arguments: ["127.0.0.1", "127.9.9.9", "localhost", "::1", "[::1]"])
    func `is this machine`(host: String) { #expect(isThisMachine(host)) }

    @Test(arguments: [
        "127.evil.example", "127.0.0.1.example", "127.0.0.256", "127.0.0", "10.0.0.1", "0.0.0.0",
        "",
        "localhost.example", "::",
    ])
    func `may be another machine`(host: String) { #expect(!isThisMachine(host)) }
}
