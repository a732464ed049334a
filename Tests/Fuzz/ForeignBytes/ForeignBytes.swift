import Foundation
import Ledger
import Newsroom
import Signing
import SyncProtocol

/// Everything of the ledger that reads bytes of strangers, in one place: for libFuzzer, and for the
/// stored corpus that each test run goes through.
package enum ForeignBytes {
    /// Reads the bytes in every way.
    ///
    /// They may be refused; a trap is a finding.
    ///
    /// What is accepted must be written again as it was read.
    package static func read(_ bytes: [UInt8]) {
        readEntry(bytes)
        readBundle(bytes)
        _ = try? Frames.decode(bytes)
        _ = try? ReceivedRequest(parsing: bytes)
        _ = try? ExchangeReply.parse(bytes)
        readJoining(bytes)
        if let manifest = try? Manifest(parsing: bytes) {
            precondition(Array(manifest.text.utf8) == bytes, "a manifest reads in one way")
        }
        readTyped(String(decoding: bytes, as: UTF8.self))
    }

    private static func readEntry(_ bytes: [UInt8]) {
        if let entry = try? Entry(stored: bytes) {
            precondition(entry.bytes == bytes, "an entry is kept as received")
            _ = (entry.facts, entry.stories)
            _ = (entry.skeleton, entry.erased(to: Array(entry.bytes[entry.headerLength...])))
        }
        _ = try? Entry(bytes, newsroom: nil)
        _ = try? ForkProof(bytes, bytes)
    }

    private static func readJoining(_ bytes: [UInt8]) {
        if let request = try? JoinRequest(parsing: bytes) {
            precondition((try? JoinRequest(parsing: Array(request.text.utf8))) == request)
        }
        if let offer = try? InviteOffer(parsing: bytes) {
            precondition((try? InviteOffer(parsing: Array(offer.text.utf8))) == offer)
        }
        _ = try? WaitingJoin.list(parsing: bytes)
    }

    private static func readBundle(_ bytes: [UInt8]) {
        var reader = BundleReader()
        var parts: [BundlePart] = []
        guard (try? reader.feed(bytes, into: &parts)) != nil else { return }
        _ = try? reader.finish()
    }

    private static func readTyped(_ text: String) {
        if let code = try? InviteCode(typed: text) {
            precondition(
                (try? InviteCode(typed: code.description))?.description == code.description
            )
        }
        _ = try? RootCode(typed: text)
        _ = try? SigningKey(pem: Array(text.utf8), passphrase: [1])
    }

    /// The stored corpus, by name.
    ///
    /// - Throws: what Foundation throws where a file cannot be read.
    package static func corpus() throws -> [(name: String, bytes: [UInt8])] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Fixtures/Fuzz/ledger")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
            ($0, Array(try Data(contentsOf: folder.appending(path: $0))))
        }
    }
}
