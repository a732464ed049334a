// What an operation names besides its story and draft may be of its own entry too: values that it
// replaces, a comment, a request. Zeros stand for the entry there (newsroom.md 3.1).

extension OperationID {
    /// The name itself, or that of an operation of the entry.
    func named(by entry: EntryID) -> OperationID {
        self.entry.isOfSameEntry ? OperationID(entry, index) : self
    }
}

extension [OperationID] {
    func named(by entry: EntryID) -> [OperationID] { map { $0.named(by: entry) } }
}

extension StorySetting {
    mutating func nameOwnOperations(by entry: EntryID) { superseded = superseded.named(by: entry) }
}

extension StoryClaim {
    mutating func nameOwnOperations(by entry: EntryID) { superseded = superseded.named(by: entry) }
}

extension StoryHandover {
    mutating func nameOwnOperations(by entry: EntryID) { superseded = superseded.named(by: entry) }
}

extension DraftOpening {
    mutating func nameOwnOperations(by entry: EntryID) { base = base?.named(by: entry) }
}

extension DraftSetting {
    mutating func nameOwnOperations(by entry: EntryID) { superseded = superseded.named(by: entry) }
}

extension DraftMerge {
    mutating func nameOwnOperations(by entry: EntryID) {
        (from, revision) = (from.named(by: entry), revision?.named(by: entry))
    }
}

extension DraftUnspike {
    mutating func nameOwnOperations(by entry: EntryID) { spikes = spikes.named(by: entry) }
}

extension CommentReply {
    mutating func nameOwnOperations(by entry: EntryID) { comment = comment.named(by: entry) }
}

extension CommentResolution {
    mutating func nameOwnOperations(by entry: EntryID) { comment = comment.named(by: entry) }
}

extension GateWaiver {
    mutating func nameOwnOperations(by entry: EntryID) {
        requirements = requirements.named(by: entry)
    }
}

extension GateClearance {
    mutating func nameOwnOperations(by entry: EntryID) { answers = answers.named(by: entry) }
}

extension VerdictRetraction {
    mutating func nameOwnOperations(by entry: EntryID) { verdict = verdict.named(by: entry) }
}

extension ObjectionOverruling {
    mutating func nameOwnOperations(by entry: EntryID) { objection = objection.named(by: entry) }
}

extension RestrictionLift {
    mutating func nameOwnOperations(by entry: EntryID) {
        restrictions = restrictions.named(by: entry)
    }
}

extension ReleaseRequest {
    mutating func nameOwnOperations(by entry: EntryID) {
        clearances = clearances.named(by: entry)
        superseded = superseded.named(by: entry)
    }
}

extension EmergencyRequest {
    mutating func nameOwnOperations(by entry: EntryID) {
        clearances = clearances.named(by: entry)
        superseded = superseded.named(by: entry)
    }
}

extension ReleaseReading {
    mutating func nameOwnOperations(by entry: EntryID) { release = release.named(by: entry) }
}

extension CorrectionDrop {
    mutating func nameOwnOperations(by entry: EntryID) { receipt = receipt.named(by: entry) }
}

extension PublicSecond {
    mutating func nameOwnOperations(by entry: EntryID) { request = request.named(by: entry) }
}

extension ReceiptIssue {
    mutating func nameOwnOperations(by entry: EntryID) {
        (previous, request) = (previous?.named(by: entry), request.named(by: entry))
        revision = revision.named(by: entry)
    }
}

extension ReceiptRefusal {
    mutating func nameOwnOperations(by entry: EntryID) { request = request.named(by: entry) }
}

extension ReceiptJoining {
    mutating func nameOwnOperations(by entry: EntryID) {
        (request, receipt) = (request.named(by: entry), receipt.named(by: entry))
    }
}

extension ReceiptStatus {
    mutating func nameOwnOperations(by entry: EntryID) {
        (previous, request) = (previous?.named(by: entry), request.named(by: entry))
    }
}

extension ReceiptRecord {
    mutating func nameOwnOperations(by entry: EntryID) { receipt = receipt.named(by: entry) }
}

extension ErasureOrder {
    mutating func nameOwnOperations(by entry: EntryID) { request = request.named(by: entry) }
}

extension Operation {
    /// The same for what concerns the newsroom as a whole.
    func namingOwnOperations(by entry: EntryID) -> Operation {
        switch self {
        case .setNewsroom(var act):
            act.superseded = act.superseded.named(by: entry)
            return .setNewsroom(act)
        case .setGates(var act):
            act.superseded = act.superseded.named(by: entry)
            return .setGates(act)
        case .setHub(var act):
            act.superseded = act.superseded.named(by: entry)
            return .setHub(act)
        case .setChecks(var act):
            act.superseded = act.superseded.named(by: entry)
            return .setChecks(act)
        case .renameMember(var act):
            (act.member, act.superseded) =
                (act.member.named(by: entry), act.superseded.named(by: entry))
            return .renameMember(act)
        case .renameDevice(var act):
            act.superseded = act.superseded.named(by: entry)
            return .renameDevice(act)
        case .appointPress(var act):
            for index in act.last.indices {
                act.last[index].appointment = act.last[index].appointment.named(by: entry)
            }
            return .appointPress(act)
        default: return self
        }
    }
}
