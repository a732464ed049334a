import Newsroom
import Testing

/// The rules of the newsroom that come before a release: errors stop it, warnings do not.
struct `A check` {
    private let budget: Budget

    init() throws { budget = try Budget() }

    private static let failing: [(Check, Int?)] = [
        (.headlineLength, 5), (.standfirst, nil), (.byline, nil), (.tags, nil), (.picture, nil),
        (.pictureText, nil), (.wordsOver, 2), (.comments, nil),
    ]

    /// Makes the draft fail every check, but for the picture that is missing.
    private func spoil(withPicture: Bool) throws {
        try budget["wes"].commit(.setStory(budget.story, .length, "3"))
        try budget["una"].commit(
            .comment(budget.draft, .draft, quote: "", text: "Really?", isBlocking: true)
        )
        if withPicture {
            let picture = String(repeating: "ab", count: 32)
            try budget["wes"].commit(.setField(budget.draft, .leadImage, picture))
        }
        budget.world.meet()
    }

    private func set(_ check: Check, _ limit: Int?, _ strictness: Strictness) throws {
        let setting = CheckSetting(check: check, strictness: strictness, limit: limit)
        let comments = CheckSetting(check: .comments, strictness: .off)
        let isComments = check == .comments
        try budget["ana"].commit(.setChecks(isComments ? [setting] : [setting, comments]))
        budget.world.meet()
    }

    @Test(arguments: failing)
    func `checks: set to block stops a release, set to warn does not`(
        check: Check,
        limit: Int?
    ) throws {
        try spoil(withPicture: check == .pictureText)
        try set(check, limit, .block)
        let draft = try budget.main()
        #expect(budget.view.blockers(of: draft).contains { $0.code == .checks })
        #expect(throws: Refusal.self) {
            try budget["cy"].commit(.release(budget.draft, when: .now))
        }
        try set(check, limit, .warn)
        #expect(!budget.view.blockers(of: draft).contains { $0.code == .checks })
        let document = budget.view.document(of: budget.draft)
        #expect(budget.view.checks(of: draft, document: document).map(\.setting.check) == [check])
        try set(check, limit, .off)
        #expect(budget.view.checks(of: draft, document: document).isEmpty)
    }

    @Test func `passes where there is nothing to say`() throws {
        let document = budget.view.document(of: budget.draft)
        #expect(budget.view.checks(of: try budget.main(), document: document).isEmpty)
    }

    @Test func `of two policies set apart, the strictest counts`() throws {
        let warning = CheckSetting(check: .byline, strictness: .warn)
        let stop = CheckSetting(check: .byline, strictness: .block)
        try budget.race {
            try budget["ana"].commit(.setChecks([warning]))
        } _: {
            try budget["max"].commit(.setChecks([stop]))
        }
        let found = budget.view.checks.filter { $0.check == .byline }
        #expect(found.map(\.strictness) == [.block])
    }
}
