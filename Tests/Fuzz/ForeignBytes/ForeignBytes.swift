import Foundation
import Ledger
import Newsroom
import Signing
import SyncProtocol

/// Everything of the ledger that reads bytes of strangers, in one place: for libFuzzer, and for the
/// stored corpus that each test run goes through.
package enum ForeignBytes {
    /// What the bytes are taken for: one target of `tools/fuzz ledger` each.
    package enum Kind: String, CaseIterable, Sendable {
        case entry
        case operations
        case bundle
        case manifest
        case message
        case joining
        case code
        case call
    }

    /// Reads the bytes in every way.
    ///
    /// They may be refused; a trap is a finding.
    ///
    /// What is accepted must be written again as it was read.
    package static func read(_ bytes: [UInt8]) {
        for kind in Kind.allCases { read(bytes, as: kind) }
    }

    /// Reads the bytes in one way.
    package static func read(_ bytes: [UInt8], as kind: Kind) {
        switch kind {
        case .entry: readEntry(bytes)
        case .operations: readOperations(bytes)
        case .bundle: readBundle(bytes)
        case .manifest: readManifest(bytes)
        case .message: readMessage(bytes)
        case .joining: readJoining(bytes)
        case .code: readTyped(String(decoding: bytes, as: UTF8.self))
        case .call: readCall(bytes)
        }
    }

    /// Takes the bytes for a payload, behind an honest header, so that no signature is in the way.
    private static func readOperations(_ bytes: [UInt8]) {
        let length = (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (24 - 8 * $0)) }
        let ids = [UInt8](repeating: 7, count: 32)
        let place = [UInt8](repeating: 0, count: 16 + 32) + [0, 0, 0, 0, 0, 0, 0, 2]
        let front = Array("STE1".utf8) + [0] + ids + ids + place + [UInt8](repeating: 0, count: 8)
        let header = front + length + sha256(bytes) + [0, 1] + ids
        readEntry(header + [UInt8](repeating: 0, count: 64) + bytes)
    }

    private static func readManifest(_ bytes: [UInt8]) {
        guard let manifest = try? Manifest(parsing: bytes) else { return }
        precondition(Array(manifest.text.utf8) == bytes, "a manifest reads in one way")
    }

    private static func readMessage(_ bytes: [UInt8]) {
        _ = try? Frames.decode(bytes)
        _ = try? ReceivedRequest(parsing: bytes)
        _ = try? ExchangeReply.parse(bytes)
        var events = HubEventReader()
        _ = try? events.take(bytes)
    }

    /// Takes the first line for the parameters of a signed call, the second for its signature, and the
    /// rest for its body.
    private static func readCall(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 10, maxSplits: 2, omittingEmptySubsequences: false)
        let lines = parts.prefix(2).map { String(decoding: $0, as: UTF8.self) }
        guard let parameters = try? SignatureParameters(parsing: lines[0]) else { return }
        precondition(parameters.text == lines[0], "a call is signed in one way")
        let request = SignedRequest(
            method: "POST",
            path: "/v1/sync",
            body: parts.count > 2 ? Array(parts[2]) : [],
            newsroom: NewsroomID(.zero)
        )
        var nonces = NonceTable(limit: 4)
        try? nonces.note(parameters, now: parameters.created)
        try? parameters.check(
            lines.count > 1 ? lines[1] : "",
            of: request,
            hub: parameters.hub,
            now: 0
        )
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
