import Desk
import Foundation
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

    @Test func `offers the files that are there`() async throws {
        let folder = Fixtures.folder("Imports").path
        let articles = ["article-ar.html", "article-en.html"].map { "\(folder)/\($0)" }
        #expect(try await candidates("import \(folder)/arti") == articles)
        #expect(try await candidates("import \(folder.dropLast())") == ["\(folder)/"])
        #expect(try await candidates("import \(folder)/none/x") == [])
    }
}
