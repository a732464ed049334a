import Ledger
import Newsroom
import Signing
import Store
import SyncProtocol
import TestSupport

/// A member's device without a replica: it signs its calls, writes entries, and knows how far it
/// heard; a thousand of them fit into one process.
struct LightDevice {
    let key: SigningKey
    let consent: Consent
    private let newsroom: NewsroomID
    private var last: (id: EntryID, lamport: UInt64)?
    private var seq: UInt64 = 0

    /// A device with a key of its own that is to belong to a member.
    init(_ number: Int, of member: MemberID, in newsroom: NewsroomID) throws {
        key = try SigningKey(seed: sha256(Array("light device \(number)".utf8)))
        consent = try Consent(key: key, newsroom: newsroom, member: member)
        self.newsroom = newsroom
    }

    /// Writes forty characters at the front of a draft, upon what stands there.
    mutating func write(
        _ words: String,
        in place: (story: StoryID, draft: DraftID),
        upon text: (id: EntryID, lamport: UInt64),
        joined: (id: EntryID, lamport: UInt64)
    ) throws -> (entry: Entry, lamport: UInt64) {
        let past = last == nil ? [text, joined] : [text]
        let parents = Set(past.map(\.id)).subtracting(last.map { [$0.id] } ?? [])
        let lamport = 1 + max(past.map(\.lamport).max() ?? 0, last?.lamport ?? 0)
        let change = TextChange(
            story: place.story,
            draft: place.draft,
            parents: [text.id],
            edits: [.insert(words, at: 0)]
        )
        let draft = EntryDraft(
            newsroom: newsroom,
            author: consent.key,
            incarnation: 1,
            seq: seq,
            prev: last?.id,
            lamport: lamport,
            claimed: Moment(milliseconds: 0),
            parents: Array(parents),
            operations: [.writeText(change)]
        )
        let entry = try draft.signed(by: key.sign)
        (last, seq) = ((entry.id, lamport), seq + 1)
        return (entry, lamport)
    }

    /// The bytes of a signed call.
    func call(
        _ method: String,
        _ path: String,
        query: String = "",
        body: [UInt8] = [],
        to hub: String,
        at seconds: Int64,
        using random: inout SplitMix64
    ) throws -> [UInt8] {
        let whole = "/v1/\(newsroom)/\(path)"
        let request = SignedRequest(
            method: method,
            path: whole,
            query: query,
            body: body,
            newsroom: newsroom
        )
        let parameters = SignatureParameters(
            created: seconds,
            nonce: Base64.encodeForAddress(
                (0..<16).map { _ in .random(in: 0...255, using: &random) }
            ),
            key: consent.key,
            hub: hub
        )
        let signature = Base64.encode(try key.sign(request.base(parameters.text)))
        let head = [
            "\(method) \(whole)\(query.isEmpty ? "" : "?\(query)") HTTP/1.1", "Host: hub",
            "Content-Length: \(body.count)", "Stet-Newsroom: \(newsroom)",
            "Content-Digest: \(request.contentDigest)",
            "Signature-Input: stet=\(parameters.text)", "Signature: stet=:\(signature):",
        ]
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }
}
