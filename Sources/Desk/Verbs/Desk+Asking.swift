import Newsroom
import Store

// What cannot be taken back, or has much in its wake, is shown before it is done.

extension Desk {
    /// So many things may change without a question.
    private static let unaskedCount = 20

    /// Goes on only with `--yes`: what is not taken back is shown first.
    func confirm(_ effect: String, _ arguments: Arguments) throws(DeskError) {
        guard arguments.has("yes") else { throw .notSure(effect) }
    }

    /// Goes on only with `--yes` where that has effects on many things.
    func confirm(_ effect: String, on count: Int, _ arguments: Arguments) throws(DeskError) {
        guard count > Self.unaskedCount else { return }
        try confirm(effect, arguments)
    }

    /// Goes on only with `--yes` where many drafts in work are judged by another rule then.
    func confirmRule(_ arguments: Arguments) async throws {
        guard !arguments.has("yes") else { return }
        let now = await replica.now
        let count = try await replica.cards(doneAfter: now).cards.count { $0.doneAt == nil }
        try confirm("\(count) drafts in work will be judged by it", on: count, arguments)
    }
}
