import Desk
import TestSupport
import Testing

struct `Completion` {
    private func candidates(_ line: String) async throws -> [String] {
        let desk = Desk(try await Room().ana, page: Page())
        _ = await desk.reply(to: "new night-ferry")
        return await desk.completer().candidates(for: line)
    }

    @Test(arguments: [
        ("cle", ["clear"]), ("open n", ["night-ferry"]), ("clear le", ["legal"]),
        ("clear desk ni", ["night-ferry"]), ("set headl", ["headline"]),
        ("show --p", ["--plain"]), ("append text --on ni", ["night-ferry"]),
        ("help submi", ["submit"]), ("grant \"B", ["\"Bo Lind\""]), ("appoint p", ["press"]),
        ("xyzzy ", []),
    ])
    func `offers what may stand there`(line: String, expected: [String]) async throws {
        #expect(try await candidates(line) == expected)
    }
}
