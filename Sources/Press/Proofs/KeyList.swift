import Ledger
package import Newsroom

/// The press's index of the statements that make keys and rights believable, as it grew line by
/// line (publishing.md 5.3).
package struct KeyList: Sendable {
    /// The list as it is sealed; empty before the first line.
    package private(set) var text = ""
    /// The press's seal over the text.
    package var seal: Seal?
    /// What each device's last line says: its owner, and the statement that admitted it.
    private(set) var devices: [DeviceKey: (member: MemberID, statement: Bytes32)] = [:]
    /// What each right's last line says.
    private(set) var rights: [Right: Bytes32] = [:]
    /// The press of the last line, and the statement that appointed it.
    private(set) var press: (key: DeviceKey, statement: Bytes32)?
    /// The site of the last line.
    private(set) var site = ""
    /// Every statement that a line names, in order.
    private(set) var statements: [Bytes32] = []

    /// A member's right.
    struct Right: Hashable {
        let member: MemberID
        let capability: String
    }

    /// Starts empty.
    package init() {}

    /// Takes in lines that the press appended.
    package mutating func append(_ lines: String) {
        text += lines
        for line in lines.split(separator: "\n") { take(line.split(separator: " ")) }
    }

    /// The length and the SHA-256 of the list, as a receipt names it.
    var reference: String {
        let bytes = Array(text.utf8)
        return "\(bytes.count) \(digest(bytes))"
    }

    private mutating func take(_ words: [Substring]) {
        if words.first == "site", words.count == 2 { site = String(words[1]) }
        guard words.count > 2, Int(words[0]) != nil else { return }
        let (key, member) = (DeviceKey(hex: words[2]), MemberID(hex: words[2]))
        let statement = words.last.flatMap { Bytes32(hex: $0) }
        switch words[1] {
        case "device":
            guard words.count == 5, let key, let owner = MemberID(hex: words[3]), let statement
            else { return }
            devices[key] = (owner, statement)
            statements.append(statement)
        case "end-device": if let key { devices[key] = nil }
        case "may":
            guard words.count == 5, let member, let statement else { return }
            rights[Right(member: member, capability: String(words[3]))] = statement
            statements.append(statement)
        case "end-may":
            guard words.count == 4, let member else { return }
            rights[Right(member: member, capability: String(words[3]))] = nil
        case "press":
            guard words.count == 4, let key, let statement else { return }
            press = (key, statement)
            statements.append(statement)
        case "site": site = String(words[2])
        default: break
        }
    }
}
