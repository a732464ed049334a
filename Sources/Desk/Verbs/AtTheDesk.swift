import Newsroom
import Store
import SyncProtocol

extension Verb {
    /// The verbs about the desk itself.
    static let desk = [help, check, quit]

    private static let help = Verb(
        "help",
        on: .desk,
        taking: "[VERB]",
        "lists the commands, or explains one with an example",
        example: "help clear",
        synonyms: ["?"]
    ) { desk, arguments in
        guard let word = arguments.wordIfAny() else { return HelpPage.overview(desk.page) }
        try arguments.finish()
        return HelpPage.explaining(try Vocabulary.verb(for: word))
    }

    private static let check = Verb(
        "check",
        on: .desk,
        taking: "[--rebuild]",
        "reads every entry again: hashes, signatures, chains, lists",
        example: "check"
    ) { desk, arguments in
        try arguments.finish()
        let report = try await desk.replica.check(rebuild: arguments.has("rebuild"))
        return CheckWords.answer(to: report)
    }

    private static let quit = Verb(
        "quit",
        on: .desk,
        "leaves; everything is on disk already",
        example: "quit",
        synonyms: ["exit", "bye"]
    ) { _, arguments in
        try arguments.finish()
        var answer = Answer()
        answer.isFarewell = true
        return answer
    }
}
