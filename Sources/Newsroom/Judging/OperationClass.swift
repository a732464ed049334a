/// How an operation meets a split log and an adoption (newsroom.md 3.2).
enum OperationClass: Hashable, Sendable {
    /// Text and fields: applies on split logs, can be adopted.
    case text
    /// Restricts: applies on split logs, cannot be adopted.
    case restrictive
    /// Lets something happen: held on split logs.
    case permissive
    /// An answer of the press: held on split logs.
    case receipt

    /// Whether a split log holds it back.
    var canBeHeld: Bool { self == .permissive || self == .receipt }
}

extension Operation {
    /// The class that the plan gives to the operation.
    var operationClass: OperationClass {
        switch self {
        case .createStory, .setStory, .claimStory, .handStory, .remark, .openDraft, .setDraft,
            .writeText, .mergeDraft, .saveDraft, .addComment, .reply, .resolveComment:
            .text
        case .revoke, .revokeDevice, .freeze, .closeLog, .spikeDraft, .requireGate, .recallDraft,
            .requestChanges, .restrict, .cancelRelease, .askErasure, .orderErasure:
            .restrictive
        case .askPublic(let act): act.action == .restore ? .permissive : .restrictive
        case .issueReceipt, .refuseReceipt, .joinReceipt, .changeStatus, .recordReceipt,
            .recordKeys:
            .receipt
        // Says nothing that a split could turn against anybody.
        case .link, .openLog, .markHub, .stampTime, .renameDevice, .unknown, .malformed:
            .restrictive
        case .found, .invite, .admit, .grant, .addDevice, .adopt, .setNewsroom, .setGates,
            .setHub, .appointPress, .renameMember, .setChecks, .settleDraft, .unspikeDraft,
            .waiveGate, .submitDraft, .clear, .overrule, .lift, .askRelease, .askEmergency,
            .readRelease, .dropCorrection, .secondRequest:
            .permissive
        // Of a clearance; taking back an objection is permissive, which the judge knows.
        case .retract: .restrictive
        }
    }

    /// Whether it changes what the newsroom as a whole is: members, rights, settings, adoption.
    var isOfOffice: Bool {
        switch self {
        case .found, .invite, .admit, .grant, .revoke, .addDevice, .revokeDevice, .freeze, .adopt,
            .closeLog, .setNewsroom, .setGates, .setHub, .setChecks, .appointPress,
            .renameMember, .renameDevice:
            true
        default: false
        }
    }

    /// What the operation does to authority; nil for content.
    func authorityAct(deviceOfLog: (LogID) -> DeviceKey?) -> AuthorityAct? {
        switch self {
        case .grant(let act): .grant(act.member, act.capabilities)
        case .addDevice(let act): .addDevice(act.member, act.key, consent: act.member)
        case .revoke(let act): .revoke(act.member, act.capabilities, cut: act.cut)
        case .freeze(let act): .freeze(act.member)
        case .revokeDevice(let act): .revokeDevice(act.key, cut: act.cut)
        case .closeLog(let act):
            deviceOfLog(act.log).map { .closeLog(act.log, of: $0, cut: act.heads) }
        default: nil
        }
    }
}
