import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// How long an invite should be used: advice alone, for the admission is the gate.
    private static let fortnight: Int64 = 14 * 86_400_000

    /// Invites a newcomer.
    func invite(_ name: String, as rights: Capabilities) async throws -> Answer {
        let invitation = try await replica.invite(
            name,
            label: name,
            as: rights,
            expires: try await expiry()
        )
        return try await answer(to: invitation, "\(name) is invited as \(rights.words)")
    }

    /// Invites a further device of somebody who is a member.
    func inviteDevice(_ label: String, of name: String) async throws -> Answer {
        let member = try await member(name)
        let invitation = try await replica.invite(
            member.name,
            label: label,
            as: [],
            member: member.id,
            expires: try await expiry()
        )
        return try await answer(to: invitation, "\(label) is to be a device of \(member.name)")
    }

    private func expiry() async throws -> Moment {
        Moment(milliseconds: await replica.now.milliseconds + Self.fortnight)
    }

    private func answer(to invitation: Invitation, _ words: String) async throws -> Answer {
        let hub = try await replica.hubs().first?.url
        let way = hub ?? "--bundle FILE.stet"
        return Answer(
            [
                StyledText("\(words); the code is shown once:"),
                StyledText("    stet join \(invitation.code) \(way)"),
                StyledText(
                    hub == nil
                        ? "`bundle export FILE.stet` carries the invite to that machine"
                        : "`sync` carries the invite to the hub; `admit` shows who asks",
                    .quiet
                ),
            ],
            facts: [
                "code": .string("\(invitation.code)"), "member": .string("\(invitation.member)"),
                "invite": .string("\(invitation.id)"), "hub": hub.map { .string($0) } ?? .null,
            ]
        ).undone(instead: "nobody comes in by an invite alone: `admit` decides")
    }
}
