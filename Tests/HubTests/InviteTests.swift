import Exchange
import Foundation
import Hub
import Ledger
import Newsroom
import Signing
import Store
import SyncProtocol
import TestSupport
import Testing

/// The steps of ledger.md 8.3 against a hub that listens, each with the number of its row.
@Suite(.timeLimit(.minutes(5)))
struct `Joining row` {
    private let room: Room
    private let later = Moment(milliseconds: 1_800_000_000_000)

    init() async throws { room = try await Room() }

    private func invited(_ client: HubClient, pins: [Bytes32] = []) async throws -> Invitation {
        if !pins.isEmpty { try await room.ana.commit(.setHub(url: "https://hub", pins: pins)) }
        let invitation = try await room.ana.invite(
            "Dee Okafor",
            label: "Dee, culture desk",
            as: .editor,
            expires: later
        )
        _ = try await client.sync(room.ana)
        return invitation
    }

    private func join(
        _ code: InviteCode,
        at client: HubClient,
        as name: String = "dee"
    ) async throws -> Joining {
        try await JoiningCalls(to: client).join(
            in: room.folder.url.appending(path: name),
            with: code,
            device: "\(name)'s laptop",
            surroundings: room.surroundings(seed: UInt64(name.utf8.reduce(20) { $0 + Int($1) }))
        )
    }

    @Test func `6, 7: the words compared and admitted, he polls and computes the same state`()
        async throws
    {
        try await room.serving { client in
            let invitation = try await invited(client)
            let joining = try await join(invitation.code, at: client)
            let calls = JoiningCalls(to: client)
            #expect(try await calls.admitted(joining.replica) == nil)
            let waiting = try await calls.waiting(for: room.ana)
            #expect(waiting.map(\.request) == [joining.request])
            let candidate = try await room.ana.candidate(waiting[0].request)
            #expect(candidate.words == joining.words)
            #expect(candidate.member.id == invitation.member)
            try await room.ana.admit(waiting[0].request)
            _ = try await client.sync(room.ana)
            try await calls.settle(waiting[0].request, by: room.ana)
            #expect(try await calls.waiting(for: room.ana).isEmpty)
            #expect(try await calls.admitted(joining.replica)?.standing == .synced)
            #expect(await joining.replica.member?.id == invitation.member)
            #expect(await joining.replica.newsroom.stateHash() == room.ana.newsroom.stateHash())
        }
    }

    @Test func `5: one request for each invite; another is refused and shown`() async throws {
        try await room.serving { client in
            let invitation = try await invited(client)
            let first = try await join(invitation.code, at: client)
            let key = first.replica.device
            await #expect(throws: ExchangeError.refused(.alreadyAsked, url: client.address)) {
                try await join(invitation.code, at: client, as: "eve")
            }
            let waiting = try await JoiningCalls(to: client).waiting(for: room.ana)
            #expect(waiting.map(\.request.device) == [key])
            #expect(waiting.map(\.others) == [1])
        }
    }

    @Test func `1: member and invite in one entry, and no log holds the code`() async throws {
        try await room.serving { client in
            let before = await room.ana.newsroom.count
            let invitation = try await invited(client)
            let new = await room.ana.newsroom.history.dropFirst(before)
            #expect(new.map { $0.operations.count } == [2])
            #expect(new.last.map { MemberID(madeBy: $0.id) } == invitation.member)
            #expect(await room.ana.newsroom.view.members[invitation.member]?.capabilities == [])
            let letters = invitation.code.description.replacing("-", with: "").utf8.prefix(20)
            for replica in [room.ana, room.hub] {
                let stored = try await replica.entries(after: 0, limitBytes: .max).map(\.bytes)
                #expect(!stored.contains { $0.firstRange(of: Array(letters)) != nil })
            }
        }
    }

    @Test func `4: consent by the device and proof by the invite key, and five words appear`()
        async throws
    {
        try await room.serving { client in
            let invitation = try await invited(client)
            let joining = try await join(invitation.code, at: client)
            let (request, words) = (joining.request, joining.words)
            #expect(words.count == 5 && Set(words).isDisjoint(with: [""]))
            #expect(request.device == joining.replica.device)
            let waiting = try await JoiningCalls(to: client).waiting(for: room.ana)
            #expect(try await room.ana.candidate(waiting[0].request).words == words)
            let text = request.text
            for part in ["consent", "proof"] {
                let range = try #require(text.firstRange(of: "\"\(part)\":\""))
                var forged = Array(text.utf8)
                let place = text.utf8.distance(from: text.startIndex, to: range.upperBound)
                forged[place] = forged[place] == 0x30 ? 0x31 : 0x30
                let sent = try JoinRequest(parsing: forged)
                await #expect(throws: StoreError.forgedRequest) {
                    try await room.ana.admit(sent)
                }
            }
        }
    }

    @Test func `2: with another code the invite is unknown`() async throws {
        try await room.serving { client in
            _ = try await invited(client)
            let other = try InviteCode(random: Array(repeating: 7, count: 13))
            await #expect(throws: ExchangeError.refused(.unknownInvite, url: client.address)) {
                try await join(other, at: client)
            }
        }
    }

    @Test func `3: pins must contain that of this very connection`() async throws {
        try await room.serving { client in
            let pin = try #require(Bytes32(Array(repeating: 0x44, count: 32)))
            let invitation = try await invited(client, pins: [pin])
            await #expect(throws: ExchangeError.otherHub(client.address)) {
                try await join(invitation.code, at: client)
            }
        }
    }

    @Test func `6: for his own second device the member himself`() async throws {
        try await room.serving { client in
            let invitation = try await invited(client)
            for replica in [room.bo, room.cy] { _ = try await client.sync(replica) }
            _ = try await join(invitation.code, at: client)
            let calls = JoiningCalls(to: client)
            #expect(try await calls.waiting(for: room.bo).isEmpty)
            let me = try #require(await room.bo.member?.id)
            let own = try await room.bo.invite(
                "Bo Lind",
                label: "phone",
                as: [],
                member: me,
                expires: later
            )
            _ = try await client.sync(room.bo)
            let phone = try await join(own.code, at: client, as: "phone")
            #expect(try await calls.waiting(for: room.bo).map(\.request) == [phone.request])
            try await room.bo.admit(phone.request)
            _ = try await client.sync(room.bo)
            #expect(try await calls.admitted(phone.replica) != nil)
            #expect(await phone.replica.member?.id == me)
        }
    }
}

struct `Guessing invites` {
    @Test func `is answered 60 times an hour for an address, and 600 times for all`() {
        let guesses = InviteGuard()
        func taken(_ address: String, at seconds: Int64) -> Int {
            (0..<100).count { _ in guesses.takes(address, at: seconds) }
        }
        #expect(taken("10.0.0.1", at: 7_200) == 60)
        #expect(taken("10.0.0.1", at: 10_799) == 0)
        #expect((2..<20).reduce(0) { $0 + taken("10.0.0.\($1)", at: 7_200) } == 540)
        #expect(taken("10.0.0.1", at: 10_800) == 60)
    }
}

/// What a newcomer believes of a hub: step 3 of ledger.md 8.3.
struct `What a hub says of an invite` {
    private let newsroom = NewsroomID(Bytes32(Array(repeating: 1, count: 32)) ?? .zero)
    private let secret: InviteSecret

    init() throws { secret = try InviteCode(random: Array(0...12)).secret() }

    private func offer(_ pins: [Bytes32] = []) throws -> InviteOffer {
        InviteOffer(
            newsroom: newsroom,
            invite: InviteID(.zero),
            member: MemberID(.zero),
            bind: try #require(
                Bytes32(secret.bind(newsroom: newsroom.bytes.bytes, pins: pins.map(\.bytes)))
            ),
            pins: pins,
            name: "Dee"
        )
    }

    @Test func `is believed where the code was made for that newsroom and those pins`() throws {
        let pin = try #require(Bytes32(Array(repeating: 0x44, count: 32)))
        for pins in [[], [pin]] {
            let offer = try offer(pins)
            #expect(offer.isBound(by: secret))
            #expect(try InviteOffer(parsing: Array(offer.text.utf8)) == offer)
        }
    }

    @Test func `is not believed where newsroom or pins were exchanged`() throws {
        let pin = try #require(Bytes32(Array(repeating: 0x44, count: 32)))
        let honest = try offer([pin])
        let others = [
            honest.text.replacing("\(newsroom)", with: "\(pin)"),
            honest.text.replacing("\"pins\":[\"\(pin)\"]", with: "\"pins\":[]"),
            honest.text.replacing("\"\(pin)\"", with: "\"\(newsroom)\""),
        ]
        for text in others {
            #expect(try !InviteOffer(parsing: Array(text.utf8)).isBound(by: secret), "\(text)")
        }
        let other = try InviteCode(random: Array(1...13)).secret()
        #expect(!honest.isBound(by: other))
    }

    @Test(arguments: ["", "{}", "[]", "{\"newsroom\":\"1\"}"])
    func `is refused where it makes no sense`(text: String) {
        #expect(throws: SyncError.malformed) { try InviteOffer(parsing: Array(text.utf8)) }
    }
}
