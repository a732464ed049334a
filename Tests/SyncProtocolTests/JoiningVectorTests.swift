import Foundation
import Ledger
import Newsroom
import Signing
import SyncProtocol
import TestSupport
import Testing

/// The published vectors of joining and of a signed call (ledger.md 8.4).
struct `The vectors of joining` {
    private let vectors: [String: String]
    private let device: SigningKey
    private let newsroom: NewsroomID
    private let member = MemberID(Bytes32([UInt8](repeating: 0x66, count: 32)) ?? .zero)

    init() throws {
        let file = Fixtures.folder("Vectors").appending(path: "joining.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let pairs = lines.filter { !$0.hasPrefix("#") }.compactMap { line in
            line.firstIndex(of: " ").map { space in
                (String(line[..<space]), String(line[line.index(after: space)...]))
            }
        }
        vectors = Dictionary(uniqueKeysWithValues: pairs)
        device = try SigningKey(seed: Array(0x20..<0x40))
        newsroom = try #require(NewsroomID(hex: vectors["newsroom"] ?? ""))
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test func `hold for consent, proof and words`() throws {
        let secret = try InviteCode(typed: vectors["code"] ?? "").secret()
        let inviteKey = try #require(Bytes32(secret.key.publicKey))
        #expect(inviteKey.description == vectors["invite-key"])
        #expect(secret.lookUpID == vectors["look-up"])
        let pin = [UInt8](repeating: 0x44, count: 32)
        let bind = secret.bind(newsroom: newsroom.bytes.bytes, pins: [pin])
        #expect(hexadecimal(bind) == vectors["bind"])
        let request = try JoinRequest(
            invite: secret,
            newsroom: newsroom,
            member: member,
            device: device,
            label: "laptop"
        )
        #expect(hexadecimal(request.consent.bytes) == vectors["consent"])
        #expect(hexadecimal(request.proof.bytes) == vectors["proof"])
        let words = joiningWords(
            newsroom: newsroom,
            member: member,
            device: request.device,
            inviteKey: inviteKey
        )
        #expect(words.joined(separator: " ") == vectors["words"])
        #expect(request.isSigned(newsroom: newsroom, member: member, inviteKey: inviteKey))
    }

    @Test func `hold for a signed call`() throws {
        let path = "/v1/\(newsroom)/sync"
        let body: [UInt8] = [0, 0, 0, 2, 0x7b, 0x7d]
        let request = SignedRequest(method: "POST", path: path, body: body, newsroom: newsroom)
        #expect(request.contentDigest == vectors["digest"])
        let parameters = SignatureParameters(
            created: Int64(vectors["created"] ?? "") ?? 0,
            nonce: vectors["nonce"] ?? "",
            key: DeviceKey(try #require(Bytes32(device.publicKey))),
            hub: String(repeating: "55", count: 16)
        )
        let base = request.base(parameters.text)
        #expect(hexadecimal(sha256(base)) == vectors["signed"])
        #expect(Base64.encode(try device.sign(base)) == vectors["signature"])
        let signature = "stet=:\(vectors["signature"] ?? ""):"
        try parameters.check(signature, of: request, hub: parameters.hub, now: parameters.created)
    }
}
