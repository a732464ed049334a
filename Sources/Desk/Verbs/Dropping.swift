import Newsroom
import Store
import SyncProtocol

extension Verb {
    /// The verb that ends a draft nobody else ever saw.
    static let drop = Verb(
        "drop",
        on: .writing,
        taking: "STORY [--yes]",
        "throws a private draft away for good; a shared one is spiked",
        example: "drop budget-2026 --yes"
    ) { desk, arguments in
        let name = try arguments.word("a private draft")
        try arguments.finish()
        let copy = try await desk.copy(of: try await desk.manuscript(named: name))
        guard case .inPrivate(let slug) = copy.manuscript else {
            throw DeskError.cannotDrop(copy.slug)
        }
        let words = counted(copy.document.words, "word")
        try desk.confirm("`\(slug)`, \(words) that only this machine has, will be gone", arguments)
        try await desk.replica.drop(slug)
        if desk.open == copy.manuscript { desk.open = nil }
        return Answer("\(slug): dropped, \(words)", facts: ["story": .string("\(slug)")])
            .undone(
                instead: "a private draft was in no log, so nobody has it; `new` begins another"
            )
    }
}
