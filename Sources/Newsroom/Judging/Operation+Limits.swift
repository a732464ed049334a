extension Operation {
    /// The limit that the operation breaks by itself (newsroom.md 3.5 and 11); nil where none.
    var brokenLimit: RefusalCode? {
        switch self {
        case .createStory, .setStory, .claimStory, .handStory, .remark, .openDraft, .setDraft,
            .writeText, .mergeDraft, .saveDraft, .settleDraft, .spikeDraft, .unspikeDraft,
            .addComment, .reply:
            brokenWritingLimit
        case .requireGate, .waiveGate, .submitDraft, .recallDraft, .clear, .requestChanges,
            .retract, .overrule, .restrict, .lift:
            brokenReviewLimit
        case .askRelease, .askEmergency, .cancelRelease, .readRelease, .askPublic,
            .dropCorrection, .changeStatus, .askErasure, .orderErasure:
            brokenPublicLimit
        default: brokenOfficeLimit
        }
    }

    private var brokenOfficeLimit: RefusalCode? {
        switch self {
        case .found(let act):
            (1...5).contains(act.roots.count) && act.rules == 1
                ? required(act.name, .line(128)) : .limit
        case .invite(let act): required(act.label, .line(128))
        case .admit(let act): required(act.name, .line(64))
        case .addDevice(let act): required(act.label, .line(64))
        case .revoke(let act):
            act.capabilities.isEmpty ? .limit : required(act.reason, .text(1_000))
        case .revokeDevice(let act): required(act.reason, .text(1_000))
        case .freeze(let act): required(act.reason, .text(1_000))
        case .setNewsroom(let act): required(act.value, .line(512))
        case .setHub(let act): required(act.url, .line(512))
        case .renameMember(let act): required(act.name, .line(64))
        case .renameDevice(let act): required(act.label, .line(128))
        case .setGates(let act): brokenLimit(of: act)
        case .setChecks(let act):
            Set(act.checks.map(\.check)).count == act.checks.count ? nil : .limit
        case .appointPress(let act):
            Set(act.last.map(\.appointment)).count == act.last.count ? nil : .limit
        default: nil
        }
    }

    private var brokenWritingLimit: RefusalCode? {
        switch self {
        case .setStory(let act): brokenLimit(of: act)
        case .handStory(let act): optional(act.note, .text(1_000))
        case .remark(let act): required(act.text, .text(4_096))
        case .openDraft(let act): required(act.label, .line(64))
        case .setDraft(let act): act.field.refusal(of: act.value)
        case .writeText(let act): brokenLimit(of: act)
        case .mergeDraft(let act): act.heads.isEmpty ? .empty : nil
        case .saveDraft(let act): optional(act.note, .text(1_000))
        case .settleDraft(let act): act.edits.isEmpty ? .empty : nil
        case .spikeDraft(let act): required(act.reason, .text(1_000))
        case .unspikeDraft(let act): act.spikes.isEmpty ? .empty : nil
        case .addComment(let act):
            TextKind.text(512).refusal(of: act.quote) ?? required(act.text, .text(4_096))
        case .reply(let act): required(act.text, .text(4_096))
        default: nil
        }
    }

    private var brokenReviewLimit: RefusalCode? {
        switch self {
        case .requireGate(let act): required(act.reason, .text(1_000))
        case .waiveGate(let act):
            act.requirements.isEmpty ? .empty : required(act.reason, .text(1_000))
        case .submitDraft(let act): optional(act.note, .text(4_096))
        case .recallDraft(let act): required(act.reason, .text(1_000))
        case .clear(let act): optional(act.note, .text(4_096))
        case .requestChanges(let act):
            act.note.isEmpty ? .empty : TextKind.text(4_096).refusal(of: act.note)
        case .retract(let act): required(act.reason, .text(1_000))
        case .overrule(let act): required(act.reason, .text(1_000))
        case .restrict(let act): brokenLimit(of: act)
        case .lift(let act):
            act.restrictions.isEmpty ? .empty : required(act.reason, .text(1_000))
        default: nil
        }
    }

    private var brokenPublicLimit: RefusalCode? {
        switch self {
        case .askRelease(let act):
            if case .at(let time) = act.when { time.brokenLimit } else { nil }
        case .askEmergency(let act): required(act.reason, .text(1_000))
        case .cancelRelease(let act): required(act.reason, .text(1_000))
        case .readRelease(let act): optional(act.note, .text(4_096))
        case .askPublic(let act):
            act.action == .restore
                ? TextKind.text(2_000).refusal(of: act.note) : required(act.note, .text(2_000))
        case .dropCorrection(let act): required(act.reason, .text(1_000))
        case .changeStatus(let act): TextKind.text(2_000).refusal(of: act.note)
        case .askErasure(let act):
            act.entries.isEmpty ? .empty : required(act.reason, .text(1_000))
        case .orderErasure(let act): act.skeletons.isEmpty ? .empty : nil
        default: nil
        }
    }

    private func required(_ value: String, _ kind: TextKind) -> RefusalCode? {
        value.isEmpty ? .limit : kind.refusal(of: value)
    }

    private func optional(_ value: String?, _ kind: TextKind) -> RefusalCode? {
        value.flatMap { required($0, kind) }
    }

    private func brokenLimit(of change: TextChange) -> RefusalCode? {
        let inserted = change.edits.map { edit in
            if case .insert(let text, _) = edit { text } else { "" }
        }
        return TextKind.body.refusal(of: inserted.joined())
    }

    private func brokenLimit(of policy: GatePolicy) -> RefusalCode? {
        let isDistinct = Set(policy.gates.map(\.gate)).count == policy.gates.count
        return isDistinct && policy.gates.allSatisfy { (1...5).contains($0.count) } ? nil : .limit
    }

    private func brokenLimit(of setting: StorySetting) -> RefusalCode? {
        switch setting.field {
        case .slug: return Slug(setting.value) == nil ? .limit : nil
        case .desk: return TextKind.line(64).refusal(of: setting.value)
        case .lengthReason: return TextKind.line(512).refusal(of: setting.value)
        case .due:
            guard !setting.value.isEmpty else { return nil }
            guard let time = Int64(setting.value), String(time) == setting.value else {
                return .limit
            }
            return Moment(milliseconds: time).brokenLimit
        case .length:
            guard !setting.value.isEmpty else { return nil }
            guard let words = Int(setting.value), String(words) == setting.value else {
                return .limit
            }
            return (1...99_999).contains(words) ? nil : .limit
        }
    }

    private func brokenLimit(of act: RestrictionSetting) -> RefusalCode? {
        if case .embargo(let until, let zone) = act.kind {
            if let refusal = TextKind.line(64).refusal(of: zone) ?? until?.brokenLimit {
                return refusal
            }
        }
        return required(act.reason, .text(1_000))
    }
}

extension Moment {
    /// `limit` outside of 1970 to 9999.
    fileprivate var brokenLimit: RefusalCode? {
        (0...253_402_300_799_999).contains(milliseconds) ? nil : .limit
    }
}
