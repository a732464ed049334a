/// One act, the unit that is judged: what somebody did, as newsroom.md 3.5 lists it.
///
/// An operation of a newer Stet is kept as it came, so that it is stored, relayed and exported
/// without being understood.
public indirect enum Operation: Hashable, Sendable {
    /// 0: binds more parents than one entry may name; also what is left of an erased operation.
    case link
    /// 1: founds the newsroom.
    case found(NewsroomFounding)
    /// 2: opens a device log.
    case openLog(LogOpening)
    /// 3: invites a person, or a further device of a member.
    case invite(MemberInvite)
    /// 4: says that the author's past is on a hub.
    case markHub(LogMark)
    /// 5: makes a member, who may do nothing yet.
    case admit(MemberAdmission)
    /// 6: binds an entry to a vouched time.
    case stampTime(LogTime)
    /// 7: gives a member capabilities.
    case grant(MemberGrant)
    /// 8: renames a device.
    case renameDevice(DeviceRenaming)
    /// 9: takes capabilities from a member.
    case revoke(MemberRevocation)
    /// 11: gives a member a device.
    case addDevice(DeviceAddition)
    /// 13: removes a device.
    case revokeDevice(DeviceRevocation)
    /// 15: lets an admin's `admin` rest.
    case freeze(MemberFreeze)
    /// 17: takes set-aside text under the adopter's authority.
    case adopt(LogAdoption)
    /// 19: ends a log.
    case closeLog(LogClosing)
    /// 21: changes what the newsroom is called, where it publishes, in which zone and language.
    case setNewsroom(NewsroomSetting)
    /// 23: says which gates drafts of a kind must pass.
    case setGates(GatePolicy)
    /// 25: appoints the one log that makes things public.
    case appointPress(PressAppointment)
    /// 27: says where the hub is.
    case setHub(HubSetting)
    /// 29: renames a member.
    case renameMember(MemberRenaming)
    /// 31: says which checks come before a release.
    case setChecks(CheckPolicy)
    /// 32: what the press appends to the public list of keys.
    case recordKeys(KeysRecord)
    /// 65: makes a story.
    case createStory(StoryCreation)
    /// 67: sets a field of a story.
    case setStory(StorySetting)
    /// 69: takes a story on.
    case claimStory(StoryClaim)
    /// 71: gives a story to a member.
    case handStory(StoryHandover)
    /// 72: adds an internal note to a story.
    case remark(StoryRemark)
    /// 81: opens a draft.
    case openDraft(DraftOpening)
    /// 83: sets a field of a draft's document.
    case setDraft(DraftSetting)
    /// 85: changes a draft's text.
    case writeText(TextChange)
    /// 87: takes another draft's text into a draft.
    case mergeDraft(DraftMerge)
    /// 89: makes a revision of the draft as it stands.
    case saveDraft(DraftSaving)
    /// 91: says that overlapping changes are fine as they stand.
    case settleDraft(DraftSettlement)
    /// 93: kills a draft, for now.
    case spikeDraft(DraftSpike)
    /// 95: ends spikes.
    case unspikeDraft(DraftUnspike)
    /// 96: remarks on a draft.
    case addComment(CommentAddition)
    /// 98: answers a comment.
    case reply(CommentReply)
    /// 100: says that a comment is dealt with.
    case resolveComment(CommentResolution)
    /// 101: requires a gate of a story.
    case requireGate(GateRequirement)
    /// 103: frees a draft of requirements.
    case waiveGate(GateWaiver)
    /// 105: hands a revision to the reviewers.
    case submitDraft(DraftSubmission)
    /// 107: takes a draft back from the reviewers.
    case recallDraft(DraftRecall)
    /// 109: clears exact content at one gate.
    case clear(GateClearance)
    /// 111: asks for changes at one gate.
    case requestChanges(GateObjection)
    /// 113: takes back one's own verdict.
    case retract(VerdictRetraction)
    /// 115: answers an objection over its author's head.
    case overrule(ObjectionOverruling)
    /// 121: restricts what may be published.
    case restrict(RestrictionSetting)
    /// 123: ends restrictions.
    case lift(RestrictionLift)
    /// 131: asks the press to publish exact content.
    case askRelease(ReleaseRequest)
    /// 133: asks the press to publish past the gates of the policy.
    case askEmergency(EmergencyRequest)
    /// 135: takes back releases of a draft.
    case cancelRelease(ReleaseCancellation)
    /// 137: reads an emergency release back.
    case readRelease(ReleaseReading)
    /// 139: asks to withhold, restore, withdraw or remove.
    case askPublic(PublicRequest)
    /// 141: asks to drop a line of the list of corrections.
    case dropCorrection(CorrectionDrop)
    /// 143: seconds a request that takes two.
    case secondRequest(PublicSecond)
    /// 151: the press published.
    case issueReceipt(ReceiptIssue)
    /// 153: the press refused.
    case refuseReceipt(ReceiptRefusal)
    /// 155: the press answers that this content is out already.
    case joinReceipt(ReceiptJoining)
    /// 157: the press changed what is public.
    case changeStatus(ReceiptStatus)
    /// 158: what is public beyond the receipt.
    case recordReceipt(ReceiptRecord)
    /// 161: asks that entries be emptied by law.
    case askErasure(ErasureRequest)
    /// 163: orders that entries be emptied by law.
    case orderErasure(ErasureOrder)
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
        case .invite: 3
        case .markHub: 4
        case .admit: 5
        case .stampTime: 6
        case .grant: 7
        case .renameDevice: 8
        case .revoke: 9
        case .addDevice: 11
        case .revokeDevice: 13
        case .freeze: 15
        case .adopt: 17
        case .closeLog: 19
        case .setNewsroom: 21
        case .setGates: 23
        case .appointPress: 25
        case .setHub: 27
        case .renameMember: 29
        case .setChecks: 31
        case .recordKeys: 32
        case .createStory: 65
        case .setStory: 67
        case .claimStory: 69
        case .handStory: 71
        case .remark: 72
        case .openDraft: 81
        case .setDraft: 83
        case .writeText: 85
        case .mergeDraft: 87
        case .saveDraft: 89
        case .settleDraft: 91
        case .spikeDraft: 93
        case .unspikeDraft: 95
        case .addComment: 96
        case .reply: 98
        case .resolveComment: 100
        case .requireGate: 101
        case .waiveGate: 103
        case .submitDraft: 105
        case .recallDraft: 107
        case .clear: 109
        case .requestChanges: 111
        case .retract: 113
        case .overrule: 115
        case .restrict: 121
        case .lift: 123
        case .askRelease: 131
        case .askEmergency: 133
        case .cancelRelease: 135
        case .readRelease: 137
        case .askPublic: 139
        case .dropCorrection: 141
        case .secondRequest: 143
        case .issueReceipt: 151
        case .refuseReceipt: 153
        case .joinReceipt: 155
        case .changeStatus: 157
        case .recordReceipt: 158
        case .askErasure: 161
        case .orderErasure: 163
        case .unknown(let type, _), .malformed(let type, _): type
        }
    }
}
