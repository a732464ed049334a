// Which story and draft an operation is about, and objects of its own entry.

/// An operation that begins with its story.
protocol StoryPart {
    /// Which story.
    var story: StoryID { get set }
    /// Which draft, where it is about one.
    var draftNamed: DraftID? { get }
    /// Names objects of the operation's own entry by that entry.
    mutating func nameOwnObjects(by entry: EntryID)
    /// Names operations, and further objects, of the operation's own entry by that entry.
    mutating func nameOwnOperations(by entry: EntryID)
}

extension StoryPart {
    var draftNamed: DraftID? { nil }

    mutating func nameOwnOperations(by entry: EntryID) {}

    mutating func nameOwnObjects(by entry: EntryID) { story = story.named(by: entry) }

    fileprivate func named(by entry: EntryID) -> Self {
        var copy = self
        copy.nameOwnObjects(by: entry)
        copy.nameOwnOperations(by: entry)
        return copy
    }
}

/// An operation on a draft.
protocol DraftPart: StoryPart {
    /// Which draft.
    var draft: DraftID { get set }
}

extension DraftPart {
    var draftNamed: DraftID? { draft }

    mutating func nameOwnObjects(by entry: EntryID) {
        (story, draft) = (story.named(by: entry), draft.named(by: entry))
    }
}

extension StorySetting: StoryPart {}
extension StoryClaim: StoryPart {}
extension StoryHandover: StoryPart {}
extension StoryRemark: StoryPart {}
extension DraftOpening: StoryPart {}
extension CommentReply: StoryPart {}
extension CommentResolution: StoryPart {}
extension GateRequirement: StoryPart {}
extension VerdictRetraction: StoryPart {}
extension ObjectionOverruling: StoryPart {}
extension RestrictionSetting: StoryPart {}
extension RestrictionLift: StoryPart {}
extension PublicRequest: StoryPart {}
extension CorrectionDrop: StoryPart {}
extension PublicSecond: StoryPart {}
extension ReceiptRefusal: StoryPart {}
extension ReceiptJoining: StoryPart {}
extension ReceiptStatus: StoryPart {}
extension ReceiptRecord: StoryPart {}
extension ErasureRequest: StoryPart {}
extension ErasureOrder: StoryPart {}
extension ReleaseReading: StoryPart {}
extension DraftSetting: DraftPart {}
extension TextChange: DraftPart {}
extension DraftMerge: DraftPart {}
extension DraftSaving: DraftPart {}
extension DraftSettlement: DraftPart {}
extension DraftSpike: DraftPart {}
extension DraftUnspike: DraftPart {}
extension CommentAddition: DraftPart {}
extension GateWaiver: DraftPart {}
extension DraftRecall: DraftPart {}
extension ReleaseCancellation: DraftPart {}
extension ReceiptIssue: DraftPart {}

/// An operation on a revision of a draft.
protocol RevisionPart: DraftPart {
    /// Which revision.
    var revision: RevisionID { get set }
    /// The content that it names.
    var hash: ContentHash { get }
}

extension RevisionPart {
    mutating func nameOwnObjects(by entry: EntryID) {
        (story, draft) = (story.named(by: entry), draft.named(by: entry))
        revision = revision.named(by: entry)
    }
}

extension DraftSubmission: RevisionPart {}
extension GateClearance: RevisionPart {}
extension GateObjection: RevisionPart {}
extension ReleaseRequest: RevisionPart {}
extension EmergencyRequest: RevisionPart {}

extension Operation {
    /// What it is about; nil for operations of the newsroom as a whole, and for making a story.
    var storyPart: (any StoryPart)? {
        switch self {
        case .setStory(let act): act
        case .claimStory(let act): act
        case .handStory(let act): act
        case .remark(let act): act
        case .openDraft(let act): act
        case .reply(let act): act
        case .resolveComment(let act): act
        case .requireGate(let act): act
        case .retract(let act): act
        case .overrule(let act): act
        case .restrict(let act): act
        case .lift(let act): act
        case .askPublic(let act): act
        case .dropCorrection(let act): act
        case .secondRequest(let act): act
        case .refuseReceipt(let act): act
        case .joinReceipt(let act): act
        case .changeStatus(let act): act
        case .recordReceipt(let act): act
        case .askErasure(let act): act
        case .orderErasure(let act): act
        case .readRelease(let act): act
        case .setDraft(let act): act
        case .writeText(let act): act
        case .mergeDraft(let act): act
        case .saveDraft(let act): act
        case .settleDraft(let act): act
        case .spikeDraft(let act): act
        case .unspikeDraft(let act): act
        case .addComment(let act): act
        case .waiveGate(let act): act
        case .submitDraft(let act): act
        case .recallDraft(let act): act
        case .clear(let act): act
        case .requestChanges(let act): act
        case .askRelease(let act): act
        case .askEmergency(let act): act
        case .cancelRelease(let act): act
        case .issueReceipt(let act): act
        default: nil
        }
    }

    /// The operation with every "object of this same entry" named by the entry's id.
    func resolved(in entry: EntryID) -> Operation {
        switch self {
        case .admit(var act):
            act.invite = act.invite?.named(by: entry)
            return .admit(act)
        case .grant(var act):
            act.member = act.member.named(by: entry)
            return .grant(act)
        case .addDevice(var act):
            act.member = act.member.named(by: entry)
            return .addDevice(act)
        case .setNewsroom, .setGates, .setHub, .setChecks, .renameMember, .renameDevice,
            .appointPress:
            return namingOwnOperations(by: entry)
        case .setStory(let act): return .setStory(act.named(by: entry))
        case .claimStory(let act): return .claimStory(act.named(by: entry))
        case .handStory(let act): return .handStory(act.named(by: entry))
        case .remark(let act): return .remark(act.named(by: entry))
        case .openDraft(let act): return .openDraft(act.named(by: entry))
        case .reply(let act): return .reply(act.named(by: entry))
        case .resolveComment(let act): return .resolveComment(act.named(by: entry))
        case .requireGate(let act): return .requireGate(act.named(by: entry))
        case .retract(let act): return .retract(act.named(by: entry))
        case .overrule(let act): return .overrule(act.named(by: entry))
        case .restrict(let act): return .restrict(act.named(by: entry))
        case .lift(let act): return .lift(act.named(by: entry))
        case .askPublic(let act): return .askPublic(act.named(by: entry))
        case .dropCorrection(let act): return .dropCorrection(act.named(by: entry))
        case .secondRequest(let act): return .secondRequest(act.named(by: entry))
        case .refuseReceipt(let act): return .refuseReceipt(act.named(by: entry))
        case .joinReceipt(let act): return .joinReceipt(act.named(by: entry))
        case .changeStatus(let act): return .changeStatus(act.named(by: entry))
        case .recordReceipt(let act): return .recordReceipt(act.named(by: entry))
        case .askErasure(let act): return .askErasure(act.named(by: entry))
        case .orderErasure(let act): return .orderErasure(act.named(by: entry))
        case .readRelease(let act): return .readRelease(act.named(by: entry))
        case .setDraft(let act): return .setDraft(act.named(by: entry))
        case .writeText(let act): return .writeText(act.named(by: entry))
        case .mergeDraft(let act): return .mergeDraft(act.named(by: entry))
        case .saveDraft(let act): return .saveDraft(act.named(by: entry))
        case .settleDraft(let act): return .settleDraft(act.named(by: entry))
        case .spikeDraft(let act): return .spikeDraft(act.named(by: entry))
        case .unspikeDraft(let act): return .unspikeDraft(act.named(by: entry))
        case .addComment(let act): return .addComment(act.named(by: entry))
        case .waiveGate(let act): return .waiveGate(act.named(by: entry))
        case .submitDraft(let act): return .submitDraft(act.named(by: entry))
        case .recallDraft(let act): return .recallDraft(act.named(by: entry))
        case .clear(let act): return .clear(act.named(by: entry))
        case .requestChanges(let act): return .requestChanges(act.named(by: entry))
        case .askRelease(let act): return .askRelease(act.named(by: entry))
        case .askEmergency(let act): return .askEmergency(act.named(by: entry))
        case .cancelRelease(let act): return .cancelRelease(act.named(by: entry))
        case .issueReceipt(let act): return .issueReceipt(act.named(by: entry))
        default: return self
        }
    }
}

extension Identifier {
    /// The id itself, or the entry's where it stands for an object of the entry.
    func named(by entry: EntryID) -> Self {
        isOfSameEntry ? Self(entry.bytes) : self
    }
}

extension Operation {
    /// The story that it is about; nil for the newsroom as a whole, and for one that makes a story.
    public var story: StoryID? { storyPart?.story }

    /// The draft that it is about; nil where it is about the story, or opens a draft.
    public var draft: DraftID? { storyPart?.draftNamed }
}
