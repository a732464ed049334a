/// Writes the operations that an intent needs, in one view, for one author.
struct IntentWriter {
    let view: View
    let author: Author

    func operations(for intent: Intent) throws -> [Operation] {
        if let operations = try officeOperations(for: intent) { return operations }
        if let operations = try storyOperations(for: intent) { return operations }
        if let operations = try draftOperations(for: intent) { return operations }
        if let operations = try reviewOperations(for: intent) { return operations }
        return try releaseOperations(for: intent) ?? []
    }

    func found(_ draft: DraftID, _ intent: Intent) throws(Refusal) -> Draft {
        guard let draft = view.drafts[draft] else { throw refusal(intent, .missing) }
        return draft
    }

    func found(_ story: StoryID, _ intent: Intent) throws(Refusal) -> Story {
        guard let story = view.stories[story] else { throw refusal(intent, .missing) }
        return story
    }

    func refusal(_ intent: Intent, _ code: RefusalCode) -> Refusal {
        Refusal(verb: intent.verb, subject: view.subject(of: intent), code: code)
    }

    /// Who acts; nil for a root key and for a stranger.
    var me: MemberID? { view.owner(of: author.device)?.id }

    /// Makes an operation whose seal is over its own statement, which leaves the seal out.
    func sealed(_ make: (Seal) -> Operation) throws -> Operation {
        guard let blank = Seal([UInt8](repeating: 0, count: 64)) else {
            preconditionFailure("a seal has 64 bytes")
        }
        let statement = view.statement(
            of: make(blank),
            by: author.device,
            claimed: author.claimed
        )
        guard let statement else { return make(blank) }
        return make(try author.seal(statement))
    }
}
