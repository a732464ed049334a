import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// Removes a device that was lost; what was seen of it stays.
    func removeDevice(
        _ label: String,
        of member: Member,
        _ reason: String,
        _ arguments: Arguments
    ) async throws -> Answer {
        let devices = await replica.newsroom.view.devices.values
            .filter { $0.owner == member.id }
            .sorted { $0.key < $1.key }
        let found = devices.filter { $0.label == label || "\($0.key)".hasPrefix(label) }
        guard found.count == 1, let device = found.first else {
            throw DeskError.noDevice(label, of: member.name, among: devices.map(\.label))
        }
        try confirm("\(device.label) of \(member.name) will never write here again", arguments)
        try await replica.commit(.revokeDevice(device.key, reason: reason))
        return Answer(
            "\(device.label) of \(member.name) is removed; what you have seen of it stays",
            facts: ["member": .string("\(member.id)"), "device": .string("\(device.key)")]
        ).undone(instead: "`invite \(quoted(member.name)) --device LABEL` brings another in")
    }

    /// What to do where a device should not have been let in.
    static let deviceRemoval = "`device remove MEMBER LABEL` takes a device out, for good"

    /// Adds a device by the line that `stet join` printed there.
    func addDevice(_ label: String, to member: Member, _ consent: Consent) async throws -> Answer {
        try await replica.commit(
            .addDevice(member.id, key: consent.key, label: label, consent: consent.signature)
        )
        return Answer(
            "\(label) is a device of \(member.name)",
            facts: ["member": .string("\(member.id)"), "device": .string("\(consent.key)")]
        ).undone(instead: Self.deviceRemoval)
    }
}
