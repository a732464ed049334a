extension Newsroom {
    /// Turns what somebody wants into operations, or refuses with the reasons.
    ///
    /// The operations are judged here exactly as every replica will judge them.
    ///
    /// - Throws: `Refusal`, or what the author's `seal` throws.
    public func operations(for intent: Intent, by author: Author) throws -> [Operation] {
        try refuseNewer(intent)
        let operations = try IntentWriter(view: view, author: author).operations(for: intent)
        var trial = Trial(self, operations, by: author)
        for (operation, status) in zip(operations, trial.statuses()) {
            switch status {
            case .inForce, .adopted: break
            case .refused(let code), .setAside(let code):
                throw view.refusal(of: intent, operation: operation, code: code)
            case .held: throw view.refusal(of: intent, operation: operation, code: .held)
            case .unknown: throw view.refusal(of: intent, operation: operation, code: .newer)
            }
        }
        return operations
    }

    /// What would become of operations if this device wrote them as its next entry.
    public func trial(_ operations: [Operation], by author: Author) -> [OperationStatus] {
        var trial = Trial(self, operations, by: author)
        return trial.statuses()
    }

    /// What holds operations of a newer Stet can be read and relayed here, but not written on.
    private func refuseNewer(_ intent: Intent) throws(Refusal) {
        let place = intent.place
        let story = place.story ?? place.draft.flatMap { view.drafts[$0]?.story }
        let isNewer = story.map { view.stories[$0]?.newer.isEmpty == false } ?? false
        guard isNewer || !view.office.newer.isEmpty else { return }
        throw Refusal(verb: intent.verb, subject: view.subject(of: intent), code: .newer)
    }
}

extension View {
    /// The refusal of an intent; of a release with every blocker.
    func refusal(of intent: Intent, operation: Operation, code: RefusalCode) -> Refusal {
        var found = [Blocker(code: code)]
        switch operation {
        case .askRelease(let act):
            let all = blockers(of: act, isEmergency: false)
            if all.contains(where: { $0.code == code }) { found = all }
        case .askEmergency(let act):
            let all = blockers(of: act.asRelease, isEmergency: true)
            if all.contains(where: { $0.code == code }) { found = all }
        default: break
        }
        return Refusal(verb: intent.verb, subject: subject(of: intent), blockers: found)
    }
}
