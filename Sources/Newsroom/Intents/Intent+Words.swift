extension Intent {
    /// The word for it at the desk.
    public var verb: String {
        switch self {
        case .admit, .admitInvited: "admit"
        case .invite: "invite"
        case .grant: "grant"
        case .revoke, .revokeDevice: "revoke"
        case .remove: "remove"
        case .freeze: "freeze"
        case .addDevice: "add"
        case .closeLog: "close"
        case .adopt: "adopt"
        case .renameMember, .renameDevice: "rename"
        case .setNewsroom, .setHub, .setField, .setSlug, .setStory: "set"
        case .setGates: "set gates"
        case .setChecks: "set checks"
        case .appointPress: "appoint"
        case .share: "share"
        case .open(let kind, _): kind.verb
        case .claim: "claim"
        case .hand: "hand"
        case .remark: "note"
        case .edit: "edit"
        case .merge, .mergeLive: "merge"
        case .restore: "restore"
        case .save: "save"
        case .settle: "settle"
        case .spike: "spike"
        case .unspike: "unspike"
        case .comment: "comment on"
        case .reply: "reply"
        case .resolve: "resolve"
        case .submit: "submit"
        case .recall: "withdraw"
        case .clear: "clear"
        case .requestChanges: "request changes on"
        case .requireGate: "require"
        case .waive: "waive"
        case .retract: "retract"
        case .overrule: "overrule"
        case .restrict(_, let kind, _, _): kind.verb
        case .lift: "lift"
        case .release(_, let when): when == .now ? "release" : "schedule"
        case .releaseAlone: "release"
        case .cancelRelease: "cancel"
        case .readBack: "read back"
        case .change(let action, _, _): action.verb
        case .dropCorrection: "drop"
        case .second: "second"
        case .askErasure, .orderErasure: "erase"
        }
    }

    /// The story or draft that it is about; nil for the newsroom as a whole.
    var place: (story: StoryID?, draft: DraftID?) {
        switch self {
        case .open(_, let story), .setSlug(let story, _), .setStory(let story, _, _),
            .claim(let story), .hand(let story, _, _), .remark(let story, _),
            .reply(let story, _, _), .resolve(let story, _), .requireGate(let story, _, _),
            .retract(let story, _, _), .overrule(let story, _, _),
            .restrict(let story, _, _, _), .lift(let story, _, _), .change(_, let story, _),
            .dropCorrection(let story, _, _), .second(let story, _),
            .askErasure(let story, _, _), .orderErasure(let story, _, _):
            (story, nil)
        case .setField(let draft, _, _), .edit(let draft, _), .merge(_, let draft),
            .mergeLive(let draft), .restore(let draft, _), .save(let draft, _),
            .settle(let draft), .spike(let draft, _), .unspike(let draft),
            .comment(let draft, _, _, _, _), .submit(let draft, _), .recall(let draft, _),
            .clear(let draft, _, _), .requestChanges(let draft, _, _), .waive(let draft, _, _),
            .release(let draft, _), .releaseAlone(let draft, _), .cancelRelease(let draft, _),
            .readBack(let draft, _, _):
            (nil, draft)
        default: (nil, nil)
        }
    }
}

extension DraftKind {
    /// The word with which a draft of the kind is opened.
    fileprivate var verb: String {
        switch self {
        case .original: "open"
        case .update: "update"
        case .correction: "correct"
        case .clarification: "clarify"
        case .refile: "refile"
        }
    }
}

extension RestrictionKind {
    fileprivate var verb: String {
        switch self {
        case .embargo: "embargo"
        case .hold: "hold"
        case .notForPublication: "restrict"
        }
    }
}

extension PublicAction {
    fileprivate var verb: String {
        switch self {
        case .withhold: "withhold"
        case .restore: "reinstate"
        case .withdraw: "kill"
        case .remove: "remove"
        }
    }
}

extension View {
    /// What an intent is about, as people call it.
    func subject(of intent: Intent) -> String {
        let place = intent.place
        if let story = place.story ?? place.draft.flatMap({ drafts[$0]?.story }) {
            return stories[story]?.name ?? story.short
        }
        if let draft = place.draft { return draft.short }
        switch intent {
        case .admit(let name), .admitInvited(_, let name, _): return name
        case .invite(let act): return act.label
        case .share(let slug, _, _): return slug.description
        case .appointPress(let key, _), .revokeDevice(let key, _), .renameDevice(let key, _):
            return devices[key]?.label ?? key.short
        case .grant(let member, _), .revoke(let member, _, _), .remove(let member, _),
            .freeze(let member, _), .addDevice(let member, _, _, _), .renameMember(let member, _):
            return members[member]?.name ?? member.short
        case .closeLog(let log, _), .adopt(let log, _, _): return log.short
        default: return name
        }
    }
}
