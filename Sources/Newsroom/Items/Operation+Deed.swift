extension Operation {
    /// What was done, in the past tense; `view` gives the names of people.
    public func deed(in view: View) -> String {
        writingDeed(in: view) ?? reviewDeed ?? releaseDeed ?? officeDeed(in: view)
            ?? "operation \(type)"
    }

    private func writingDeed(in view: View) -> String? {
        switch self {
        case .createStory(let act): "created the story \(act.slug)"
        case .setStory(let act): act.words
        case .claimStory: "claimed the story"
        case .handStory(let act):
            "handed the story to \(view.members[act.to]?.name ?? act.to.short)"
        case .remark(let act): "noted: \(act.text)"
        case .openDraft(let act): "opened the \(act.kind) \(act.label)"
        case .setDraft(let act):
            act.value.isEmpty ? "emptied \(act.field)" : "set \(act.field) to \(act.value)"
        case .writeText(let act): "changed the text: \(act.countWords)"
        case .mergeDraft(let act): "merged \(act.from.short) into the draft"
        case .saveDraft(let act): "saved \(act.hash.short)"
        case .settleDraft(let act): "settled \(act.edits.count) overlapping changes"
        case .spikeDraft(let act): "spiked the draft: \(act.reason)"
        case .unspikeDraft: "unspiked the draft"
        case .addComment(let act): "commented: \(act.text)"
        case .reply(let act): "replied: \(act.text)"
        case .resolveComment: "resolved a comment"
        default: nil
        }
    }

    private var reviewDeed: String? {
        switch self {
        case .requireGate(let act): "required \(act.gate): \(act.reason)"
        case .waiveGate(let act): "waived \(act.gate): \(act.reason)"
        case .submitDraft(let act): "submitted \(act.hash.short)"
        case .recallDraft(let act): "withdrew the draft: \(act.reason)"
        case .clear(let act): "cleared \(act.gate) at \(act.hash.short)"
        case .requestChanges(let act):
            "asked for changes at \(act.gate), \(act.hash.short): \(act.note)"
        case .retract(let act): "took a verdict back: \(act.reason)"
        case .overrule(let act): "overruled an objection: \(act.reason)"
        case .restrict(let act): "\(act.kind.deed): \(act.reason)"
        case .lift(let act): "lifted restrictions: \(act.reason)"
        default: nil
        }
    }

    private var releaseDeed: String? {
        switch self {
        case .askRelease(let act): "asked for release of \(act.hash.short), \(act.when.word)"
        case .askEmergency(let act): "asked for release of \(act.hash.short) alone: \(act.reason)"
        case .cancelRelease(let act): "cancelled releases: \(act.reason)"
        case .readRelease(let act): "read \(act.hash.short) back: \(act.verdict)"
        case .askPublic(let act): "asked to \(act.action) it: \(act.note)"
        case .dropCorrection(let act): "asked to drop a correction: \(act.reason)"
        case .secondRequest: "seconded a request"
        case .issueReceipt(let act): "published \(act.hash.short) as version \(act.version)"
        case .refuseReceipt(let act):
            "refused: \(act.reasons.map(\.code.rawValue).joined(separator: ", "))"
        case .joinReceipt: "answered that it is out already"
        case .changeStatus(let act): "\(act.change): \(act.note)"
        case .recordReceipt: "recorded what is public"
        case .askErasure(let act): "asked to erase \(act.entries.count) entries: \(act.reason)"
        case .orderErasure(let act): "ordered to erase \(act.skeletons.count) entries"
        default: nil
        }
    }
}

extension TextChange {
    /// How much was inserted and deleted.
    fileprivate var countWords: String {
        var (inserted, deleted) = (0, 0)
        for edit in edits {
            switch edit {
            case .insert(let text, _): inserted += text.unicodeScalars.count
            case .delete(let count, _): deleted += count
            }
        }
        return "+\(inserted) -\(deleted) characters"
    }
}

extension RestrictionKind {
    fileprivate var deed: String {
        switch self {
        case .embargo(let until, let zone):
            until.map { "embargoed it until \($0.utcSeconds) (\(zone))" }
                ?? "embargoed it until told"
        case .hold: "held it"
        case .notForPublication: "marked it not for publication"
        }
    }
}

extension StorySetting {
    /// What was set, in words: a time as people write it.
    fileprivate var words: String {
        let name = field == .lengthReason ? "the reason for the length" : "\(field)"
        guard !value.isEmpty else { return "set no \(name)" }
        let time = field == .due ? Int64(value).map { Moment(milliseconds: $0).utcSeconds } : nil
        return "set \(name) to \(time ?? value)"
    }
}
