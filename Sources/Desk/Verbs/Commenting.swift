import Newsroom
import Store
import SyncProtocol

extension Verb {
    /// The verbs by which people talk about a text.
    static let commenting = [comment, comments, reply, resolve]

    private static let comment = Verb(
        "comment",
        on: .reviewing,
        taking: "TEXT [--at WORDS] [--blocking] [--on STORY]",
        "remarks on a draft, or on words of it",
        example: "comment \"who says so?\" --at \"nine pounds\" --blocking"
    ) { desk, arguments in
        let text = try arguments.text("a text")
        let draft = try await desk.draft(on: arguments)
        let quote = arguments.value(of: "at") ?? ""
        let anchor = try await desk.anchor(of: quote, in: draft)
        let intent = Intent.comment(
            draft.id,
            anchor,
            quote: quote,
            text: text,
            isBlocking: arguments.has("blocking")
        )
        return try await desk.act(intent, on: draft, said: "commented")
            .undone(instead: "`resolve` says that it is dealt with")
    }

    private static let comments = Verb(
        "comments",
        on: .reviewing,
        taking: "[STORY]",
        "lists the comments on a draft, open ones first, with their replies",
        example: "comments"
    ) { desk, arguments in
        await desk.comments(on: try await desk.draft(named: &arguments))
    }

    private static let reply = Verb(
        "reply",
        on: .reviewing,
        taking: "COMMENT TEXT [--on STORY]",
        "answers a comment, named as `comments` shows it",
        example: "reply 5c41 \"the operator does\""
    ) { desk, arguments in
        let name = try arguments.word("a comment")
        let text = try arguments.text("a text")
        let draft = try await desk.draft(on: arguments)
        let comment = try desk.comment(named: name, on: draft)
        return try await desk.act(
            .reply(draft.story, comment.id, text),
            on: draft,
            said: "answered"
        ).undone(instead: "another `reply` can put it right")
    }

    private static let resolve = Verb(
        "resolve",
        on: .reviewing,
        taking: "COMMENT [--on STORY]",
        "says that a comment is dealt with",
        example: "resolve 5c41"
    ) { desk, arguments in
        let name = try arguments.word("a comment")
        try arguments.finish()
        let draft = try await desk.draft(on: arguments)
        let comment = try desk.comment(named: name, on: draft)
        return try await desk.act(.resolve(draft.story, comment.id), on: draft, said: "resolved")
            .undone(instead: "`comment` says it again")
    }
}

extension Desk {
    /// The comment that the first digits of an id name.
    fileprivate func comment(named name: String, on draft: Draft) throws(DeskError) -> Comment {
        let found = draft.comments.values.filter { "\($0.id)".hasPrefix(name) }
        guard let comment = found.first, found.count == 1 else { throw .noComment(name) }
        return comment
    }

    /// What a comment is about: words that stand once in the text, or the draft as a whole.
    fileprivate func anchor(of quote: String, in draft: Draft) async throws -> CommentAnchor {
        guard !quote.isEmpty else { return .draft }
        let view = await replica.newsroom.view
        let text = view.text(of: draft.id)
        let found = text.ranges(of: quote)
        guard let range = found.first else { throw DeskError.wordsNotFound(quote, paragraph: nil) }
        guard found.count == 1 else { throw DeskError.wordsFoundOften(quote, count: found.count) }
        let scalars = text.unicodeScalars
        let start = scalars.distance(from: scalars.startIndex, to: range.lowerBound)
        let end = scalars.distance(from: scalars.startIndex, to: range.upperBound)
        let stretches = view.characters(of: draft.id)
        guard let first = stretches.character(at: start),
            let last = stretches.character(at: end - 1)
        else { return .draft }
        return .words(first: first, last: last)
    }

    /// The comments with their replies, open ones first.
    fileprivate func comments(on draft: Draft) async -> Answer {
        let view = await replica.newsroom.view
        let sorted = draft.comments.values.sorted { left, right in
            let isOpen = (view.isOpen(left), view.isOpen(right))
            return isOpen.0 == isOpen.1 ? left.rank < right.rank : isOpen.0
        }
        let lines = sorted.flatMap { view.lines(of: $0) }
        return Answer(
            lines.isEmpty ? ["no comments"] : lines,
            facts: [
                "story": .string(view.fullName(of: draft)),
                "comments": .array(sorted.map { view.facts(of: $0) }),
            ]
        )
    }
}

extension View {
    fileprivate func lines(of comment: Comment) -> [StyledText] {
        let state = isOpen(comment) ? (comment.act.isBlocking ? "blocking" : "open") : "resolved"
        var lines = [
            StyledText("\(comment.id.short)  ", .quiet)
                + StyledText("\(name(of: comment.member)), \(state): ", .strong)
                + StyledText(comment.act.text)
        ]
        if !comment.act.quote.isEmpty {
            let gone = isTextGone(of: comment) ? "  (text gone)" : ""
            lines.append(StyledText("          on “\(comment.act.quote)”\(gone)", .quiet))
        }
        let replies = comment.replies.values.sorted { $0.rank < $1.rank }
        return lines + replies.map { StyledText("          \(name(of: $0.member)): \($0.text)") }
    }

    fileprivate func facts(of comment: Comment) -> JSONText {
        .object([
            "id": .string("\(comment.id)"), "author": .string(name(of: comment.member)),
            "text": .string(comment.act.text), "quote": .string(comment.act.quote),
            "open": .bool(isOpen(comment)), "blocking": .bool(comment.act.isBlocking),
            "textGone": .bool(isTextGone(of: comment)),
        ])
    }
}

extension [TextStretch] {
    /// The name of the character at a place, in scalars.
    fileprivate func character(at place: Int) -> CharacterID? {
        last { $0.start <= place }.map { stretch in
            CharacterID(
                entry: stretch.first.entry,
                offset: stretch.first.offset + place - stretch.start
            )
        }
    }
}
