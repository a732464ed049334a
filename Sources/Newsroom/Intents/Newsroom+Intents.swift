extension Newsroom {
    /// Turns what somebody wants into operations, or refuses with the reasons.
    ///
    /// The operations are judged here exactly as every replica will judge them.
    ///
    /// - Throws: `Refusal`, or what the author's `seal` throws.
    public func operations(for intent: Intent, by author: Author) throws -> [Operation] {
        let operations = try IntentWriter(view: view, author: author).operations(for: intent)
        try judge(operations, for: intent, by: author)
        return operations
    }

    /// Judges operations as the next entry of the author's device.
    private func judge(
        _ operations: [Operation],
        for intent: Intent,
        by author: Author
    ) throws(Refusal) {
        // A name for the entry to come: all that matters is that no other entry has it.
        let id = EntryID(view.digest(Array("stet entry to come\n".utf8)))
        let entry = EntryFacts(
            id: id,
            log: LogID(.zero),
            device: author.device,
            seq: 1,
            prev: heads.first,
            parents: heads,
            lamport: UInt64.max,
            claimed: author.claimed,
            operations: operations
        )
        var past = view
        for (index, raw) in operations.enumerated() {
            let operation = raw.resolved(in: id)
            switch past.judge(operation, in: entry) {
            case .inForce: break
            case .refused(let code), .setAside(let code):
                throw view.refusal(of: intent, operation: operation, code: code)
            case .unknown: throw view.refusal(of: intent, operation: operation, code: .newer)
            }
            let before = past
            past.apply(operation, at: index, of: entry, past: before)
        }
    }
}

extension View {
    /// What an intent is about, as people call it.
    func subject(of intent: Intent) -> String {
        switch intent {
        case .admit(let name): name
        case .grant(let member, _), .addDevice(let member, _, _, _):
            members[member]?.name ?? member.short
        case .setNewsroom: name
        case .appointPress(let device, _): devices[device]?.label ?? device.short
        case .share(let slug, _, _): slug.description
        case .open(_, let story), .setSlug(let story, _): stories[story]?.name ?? story.short
        case .setField(let draft, _, _), .edit(let draft, _), .save(let draft, _),
            .settle(let draft), .submit(let draft, _), .clear(let draft, _, _),
            .requestChanges(let draft, _, _), .release(let draft, _):
            drafts[draft].flatMap { stories[$0.story]?.name } ?? draft.short
        }
    }

    /// The refusal of an intent; of a release with every blocker.
    func refusal(of intent: Intent, operation: Operation, code: RefusalCode) -> Refusal {
        var blockers = [Blocker(code: code)]
        if case .askRelease(let act) = operation, let draft = drafts[act.draft] {
            let all = self.blockers(of: draft, at: act.hash, naming: Set(act.clearances))
            if !all.isEmpty { blockers = all }
        }
        return Refusal(verb: intent.verb, subject: subject(of: intent), blockers: blockers)
    }
}
