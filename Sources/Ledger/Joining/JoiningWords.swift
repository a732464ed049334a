public import Newsroom
import Signing

/// The five words that who joins and who admits compare by phone (ledger.md 8.2).
///
/// They stand for newsroom, member, device and invite at once: 80 bits that a hub in between would
/// have to hit by chance.
public func joiningWords(
    newsroom: NewsroomID,
    member: MemberID,
    device: DeviceKey,
    inviteKey: Bytes32
) -> [String] {
    let message =
        Array("stet words 1\n".utf8) + newsroom.bytes.bytes + member.bytes.bytes
        + device.bytes.bytes + inviteKey.bytes
    return spoken(Array(sha256(message)[..<10]))
}
