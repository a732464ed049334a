import Foundation
import Ledger
import Newsroom
import Signing
import Store
import SyncProtocol
import TestSupport
import Testing

/// Joining without a hub: two bundles, one small file, five words (ledger.md 8.3).
struct `Joining row` {
    private let bench: Bench
    private let later = Moment(milliseconds: 1_800_000_000_000)

    init() throws { bench = try Bench() }

    private func bundle(of replica: Replica, _ name: String) async throws -> BundleFile {
        let file = bench.place(name)
        try await replica.exportBundle(.everything, to: file)
        return BundleFile(file)
    }

    @Test func `without a hub: the invite as a bundle, the request as a file`() async throws {
        let ana = try await bench.found()
        let invitation = try await ana.invite(
            "Bo Lind",
            label: "Bo, culture desk",
            as: .editor,
            expires: later
        )
        let joining = try await Replica.join(
            in: bench.place("bo"),
            with: InviteCode(typed: invitation.code.description),
            reading: bundle(of: ana, "1.stet"),
            device: "Bo's laptop",
            surroundings: bench.surroundings()
        )
        let (bo, request, words) = (joining.replica, joining.request, joining.words)
        await #expect(throws: StoreError.noDevice) { try await bo.share("too-early") }
        let sent = try JoinRequest(parsing: Array(request.text.utf8))
        #expect(sent == request)
        let candidate = try await ana.candidate(sent)
        #expect(candidate.words == words && words.count == 5)
        #expect(candidate.member.id == invitation.member)
        try await ana.admit(sent)
        _ = try await bo.importBundle(from: bundle(of: ana, "2.stet"))
        #expect(await bo.member?.id == invitation.member)
        try await bo.share("night-ferry")
        _ = try await ana.importBundle(from: bundle(of: bo, "3.stet"))
        #expect(await ana.newsroom.view.draftIDs.count == 1)
        #expect(try await ana.check().problems == [])
        #expect(await ana.newsroom.stateHash() == bo.newsroom.stateHash())
    }

    @Test func `second device: the same, for the existing member`() async throws {
        let ana = try await bench.found()
        let me = try #require(await ana.member?.id)
        let invitation = try await ana.invite(
            "Ana Ruiz",
            label: "Ana's phone",
            as: [],
            member: me,
            expires: later
        )
        let joining = try await Replica.join(
            in: bench.place("phone"),
            with: invitation.code,
            reading: bundle(of: ana, "1.stet"),
            device: "Ana's phone",
            surroundings: bench.surroundings()
        )
        let phone = joining.replica
        try await ana.admit(joining.request)
        _ = try await phone.importBundle(from: bundle(of: ana, "2.stet"))
        #expect(await phone.member?.id == me)
        try await phone.share("night-ferry")
        #expect(try await phone.check().problems == [])
    }

    @Test func `without a hub: another code, or another newsroom, is told so`() async throws {
        let ana = try await bench.found("ana")
        let other = try await bench.found("other")
        let invitation = try await other.invite(
            "Eve",
            label: "Eve",
            as: .everything,
            expires: later
        )
        let file = try await bundle(of: ana, "1.stet")
        await #expect(throws: StoreError.noInvite) {
            try await Replica.join(
                in: bench.place("eve"),
                with: invitation.code,
                reading: file,
                device: "Eve's laptop",
                surroundings: bench.surroundings()
            )
        }
    }

    @Test func `without a hub: a request changed on its way lets nobody in`() async throws {
        let ana = try await bench.found()
        let invitation = try await ana.invite(
            "Bo Lind",
            label: "Bo",
            as: .editor,
            expires: later
        )
        let request = try await Replica.join(
            in: bench.place("bo"),
            with: invitation.code,
            reading: bundle(of: ana, "1.stet"),
            device: "Bo's laptop",
            surroundings: bench.surroundings()
        ).request
        let thief = try SigningKey(seed: Array(repeating: 9, count: 32))
        let key = try #require(Bytes32(thief.publicKey))
        let forged = try JoinRequest(
            parsing: Array(
                request.text.replacing("\(request.device)", with: "\(DeviceKey(key))").utf8
            )
        )
        await #expect(throws: StoreError.forgedRequest) { try await ana.admit(forged) }
        #expect(throws: SyncError.malformed) { try JoinRequest(parsing: Array("{}".utf8)) }
    }
}
