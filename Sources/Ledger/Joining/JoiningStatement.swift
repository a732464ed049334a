public import Newsroom

/// The message with which a device consents to belong to one member (ledger.md 2).
///
/// The invite key is the invite's public key; zeros where somebody joins without an invite.
public func joiningStatement(
    newsroom: NewsroomID,
    member: MemberID,
    device: DeviceKey,
    inviteKey: Bytes32 = .zero
) -> [UInt8] {
    Array("stet join 1\n".utf8) + newsroom.bytes.bytes + member.bytes.bytes + device.bytes.bytes
        + inviteKey.bytes
}
