import Desk
import Foundation
import TestSupport
import Testing

struct `Every verb` {
    /// The first words of the lines of all transcripts, by the verb that they mean.
    @Test func `is typed in a transcript`() async throws {
        let desk = Desk(try await Room().ana, page: Page(isJSON: true))
        let overview = await desk.reply(to: "help").output
        let verbs = Set(overview.matches(of: /"([a-z]+)"[,\]]/).map { String($0.1) })
        let typed = Set(
            try Transcript.all().flatMap { $0.transcript.turns }.compactMap { turn in
                turn.line.split(separator: " ").first.map(String.init)
            }
        )
        #expect(verbs.count > 80)
        let missing = verbs.subtracting(typed).sorted()
        #expect(missing.isEmpty, "no transcript shows \(missing)")
    }
}
