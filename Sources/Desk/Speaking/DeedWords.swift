import Newsroom

extension Operation {
    /// What was done to a story, in the past tense, after the name of who did it: "cleared desk at
    /// 5d3c1b56"; nil where nobody needs to read of it.
    func deed(madeBy entry: EntryID, in view: View) -> String? {
        writingDeed(madeBy: entry, in: view) ?? reviewDeed ?? releaseDeed(in: view) ?? pressDeed
    }

    private func writingDeed(madeBy entry: EntryID, in view: View) -> String? {
        switch self {
        case .openDraft(let act): "opened \(act.kind) `\(act.label)`"
        case .setDraft(let act): "set \(act.field)"
        case .setStory(let act): "set \(act.field)"
        case .writeText: "changed the text (\(entry.short))"
        case .mergeDraft: "merged another draft in"
        case .saveDraft(let act): "saved \(act.hash.short)"
        case .settleDraft: "settled an overlap"
        case .spikeDraft(let act): "spiked it: \(act.reason)"
        case .unspikeDraft: "brought it back from the spike"
        case .claimStory: "claimed it"
        case .handStory(let act): "handed it to \(view.name(of: act.to))"
        case .remark(let act): "noted: \(act.text)"
        case .addComment(let act): "commented: \(act.text)"
        case .reply(let act): "answered a comment: \(act.text)"
        case .resolveComment: "resolved a comment"
        default: nil
        }
    }

    private var reviewDeed: String? {
        switch self {
        case .submitDraft(let act): "submitted \(act.hash.short)"
        case .recallDraft(let act): "withdrew it from review: \(act.reason)"
        case .clear(let act): "cleared \(act.gate) at \(act.hash.short)"
        case .requestChanges(let act): "asked for changes at \(act.gate): \(act.note)"
        case .requireGate(let act): "required \(act.gate): \(act.reason)"
        case .waiveGate(let act): "waived \(act.gate): \(act.reason)"
        case .retract(let act): "took a verdict back: \(act.reason)"
        case .overrule(let act): "overruled an objection: \(act.reason)"
        default: nil
        }
    }

    private func releaseDeed(in view: View) -> String? {
        switch self {
        case .restrict(let act): "set \(act.kind.word): \(act.reason)"
        case .lift(let act): "lifted a restriction: \(act.reason)"
        case .askRelease(let act): "asked for the release of \(act.hash.short)"
        case .askEmergency(let act): "released \(act.hash.short) alone: \(act.reason)"
        case .cancelRelease(let act): "cancelled the release: \(act.reason)"
        case .readRelease(let act): "read the release back: \(act.verdict)"
        case .askPublic(let act): "asked to \(act.action) it: \(act.note)"
        case .dropCorrection(let act): "asked to drop a correction: \(act.reason)"
        case .secondRequest: "seconded a request"
        case .askErasure(let act): "asked for an erasure: \(act.reason)"
        case .orderErasure: "ordered an erasure"
        default: nil
        }
    }

    private var pressDeed: String? {
        switch self {
        case .issueReceipt(let act): "published it as version \(act.version)"
        case .changeStatus(let act): act.change.deed
        case .joinReceipt: "found this text published already"
        case .refuseReceipt(let act):
            "refused to publish it: "
                + act.reasons.map { ReasonWords(of: $0.code).reason }.joined(separator: "; ")
        default: nil
        }
    }

    /// Whether others hear of it as soon as it arrives; changes of text alone would be noise.
    var isNews: Bool {
        switch self {
        case .setDraft, .setStory, .saveDraft, .writeText: false
        default: true
        }
    }
}

extension PublicChange {
    /// What the press did, after its name.
    fileprivate var deed: String {
        switch self {
        case .withheld: "withheld it"
        case .restored: "restored it"
        case .withdrawn: "took it back"
        case .removed: "removed it"
        case .dropped: "dropped a correction"
        }
    }
}
