import Foundation
import Ledger
import Newsroom
import Store
import SyncProtocol

extension Verb {
    /// The verb that carries changes in a file instead of over a network.
    static let bundle = Verb(
        "bundle",
        on: .newsroom,
        taking: "export|import|show FILE [STORY] [--for BUNDLE]",
        "writes, reads or explains a signed file that carries changes",
        example: "bundle export friday.stet --for bos-frontier.stet"
    ) { desk, arguments in
        let act = try arguments.word("export, import or show")
        let file = URL(filePath: try arguments.word("a file"))
        switch act {
        case "export":
            let story = arguments.wordIfAny()
            let receiver = arguments.value(of: "for").map { BundleFile(URL(filePath: $0)) }
            try arguments.finish()
            return try await desk.exportBundle(to: file, of: story, lacking: receiver)
        case "import":
            try arguments.finish()
            return BundleWords.answer(
                to: try await desk.replica.importBundle(from: BundleFile(file))
            )
        case "show":
            try arguments.finish()
            let view = await desk.replica.newsroom.view
            return BundleWords.answer(to: try BundleFile(file).summary(), in: view)
        default:
            throw DeskError.notOneOf(act, what: "act", allowed: ["export", "import", "show"])
        }
    }
}

extension Desk {
    /// Writes a bundle of everything, of a story, or, named `frontier`, of what is here alone.
    fileprivate func exportBundle(
        to file: URL,
        of story: String?,
        lacking receiver: BundleFile?
    ) async throws -> Answer {
        let scope: BundleScope
        switch story {
        case nil: scope = .everything
        case "frontier": scope = .frontier
        case let name?:
            scope = .story(try await draft(name, for: Vocabulary.verb(for: "bundle")).story)
        }
        let manifest = try receiver?.manifest()
        let count = try await replica.exportBundle(scope, lacking: manifest, to: file)
        return Answer(
            "\(file.relativePath): \(counted(count, "entry")), signed by this device",
            facts: ["file": .string(file.relativePath), "entries": .number(count)]
        )
    }
}
