/// One act, the unit that is judged: what somebody did, as newsroom.md 3.5 lists it.
///
/// An operation of a newer Stet is kept as it came, so that it is stored, relayed and exported
/// without being understood.
public enum Operation: Hashable, Sendable {
    /// 0: binds more parents than one entry may name; also what is left of an erased operation.
    case link
    /// 1: founds the newsroom.
    case found(NewsroomFounding)
    /// 2: opens a device log.
    case openLog(LogOpening)
    /// 5: makes a member, who may do nothing yet.
    case admit(MemberAdmission)
    /// 7: gives a member capabilities.
    case grant(MemberGrant)
    /// 11: gives a member a device.
    case addDevice(DeviceAddition)
    /// 21: changes what the newsroom is called, where it publishes, in which zone and language.
    case setNewsroom(NewsroomSetting)
    /// 25: appoints the one log that makes things public.
    case appointPress(PressAppointment)
    /// 32: what the press appends to the public list of keys.
    case recordKeys(KeysRecord)
    /// 65: makes a story.
    case createStory(StoryCreation)
    /// 67: sets a field of a story.
    case setStory(StorySetting)
    /// 81: opens a draft.
    case openDraft(DraftOpening)
    /// 83: sets a field of a draft's document.
    case setDraft(DraftSetting)
    /// 85: changes a draft's text.
    case writeText(TextChange)
    /// 89: makes a revision of the draft as it stands.
    case saveDraft(DraftSaving)
    /// 91: says that overlapping changes are fine as they stand.
    case settleDraft(DraftSettlement)
    /// 105: hands a revision to the reviewers.
    case submitDraft(DraftSubmission)
    /// 109: clears exact content at one gate.
    case clear(GateClearance)
    /// 111: asks for changes at one gate.
    case requestChanges(GateObjection)
    /// 131: asks the press to publish exact content.
    case askRelease(ReleaseRequest)
    /// 151: the press published.
    case issueReceipt(ReceiptIssue)
    /// 153: the press refused.
    case refuseReceipt(ReceiptRefusal)
    /// 158: what is public beyond the receipt.
    case recordReceipt(ReceiptRecord)
    /// An operation of a newer Stet, as it came.
    case unknown(type: UInt16, body: [UInt8])
    /// An operation of a known type whose body makes no sense here; refused with `limit`.
    case malformed(type: UInt16, body: [UInt8])
}

extension Operation {
    /// The number under which the operation travels; odd numbers are critical.
    public var type: UInt16 {
        switch self {
        case .link: 0
        case .found: 1
        case .openLog: 2
        case .admit: 5
        case .grant: 7
        case .addDevice: 11
        case .setNewsroom: 21
        case .appointPress: 25
        case .recordKeys: 32
        case .createStory: 65
        case .setStory: 67
        case .openDraft: 81
        case .setDraft: 83
        case .writeText: 85
        case .saveDraft: 89
        case .settleDraft: 91
        case .submitDraft: 105
        case .clear: 109
        case .requestChanges: 111
        case .askRelease: 131
        case .issueReceipt: 151
        case .refuseReceipt: 153
        case .recordReceipt: 158
        case .unknown(let type, _), .malformed(let type, _): type
        }
    }
}
