// What was done to the newsroom as a whole, in the past tense.

extension Operation {
    func officeDeed(in view: View) -> String? {
        func name(_ member: MemberID) -> String { view.members[member]?.name ?? member.short }
        func label(_ key: DeviceKey) -> String { view.devices[key]?.label ?? key.short }
        return switch self {
        case .found(let act): "founded \(act.name)"
        case .invite(let act): "invited \(act.label)"
        case .admit(let act): "admitted \(act.name)"
        case .grant(let act): "granted \(name(act.member)) \(act.capabilities.words)"
        case .revoke(let act):
            "took \(act.capabilities.words) from \(name(act.member)): \(act.reason)"
        case .freeze(let act): "froze \(name(act.member)): \(act.reason)"
        case .addDevice(let act): "gave \(name(act.member)) the device \(act.label)"
        case .revokeDevice(let act): "removed the device \(label(act.key)): \(act.reason)"
        case .adopt(let act): "adopted text of log \(act.log.short)"
        case .closeLog(let act): "closed log \(act.log.short)"
        case .setNewsroom(let act): "set \(act.field) to \(act.value)"
        case .setGates(let act): "set the gates of \(act.kind)s to \(act.words)"
        case .setChecks: "set the checks"
        case .setHub(let act): "set the hub to \(act.url)"
        case .appointPress(let act): "appointed \(label(act.device)) as the press"
        case .renameMember(let act): "renamed \(name(act.member)) to \(act.name)"
        case .renameDevice(let act): "renamed the device \(label(act.key)) to \(act.label)"
        case .link: "bound heads together"
        case .openLog: "began a log"
        case .markHub: "noted how far a hub had come"
        case .stampTime: "had a time vouched for"
        case .recordKeys: "recorded keys"
        case .unknown: "did something that takes a newer Stet to read"
        default: nil
        }
    }
}

extension Capabilities {
    fileprivate var words: String { names.joined(separator: " ") }
}

extension GatePolicy {
    fileprivate var words: String {
        gates.map { $0.count == 1 ? "\($0.gate)" : "\($0.gate) \($0.count)" }.joined(
            separator: ", "
        )
    }
}
