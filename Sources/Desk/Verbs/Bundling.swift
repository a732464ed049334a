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
        taking: "export|import|show|verify FILE [STORY] [--for BUNDLE] [--anyway] [--large]",
        "writes, reads, explains or checks a signed file of changes",
        example: "bundle export friday.stet --for bos-frontier.stet"
    ) { desk, arguments in
        let act = try arguments.word("export, import, show or verify")
        let file = URL(filePath: try arguments.word("a file"))
        let bundle = BundleFile(file, allowingAnyRatio: arguments.has("large"))
        switch act {
        case "export":
            let story = arguments.wordIfAny()
            let receiver = arguments.value(of: "for").map { BundleFile(URL(filePath: $0)) }
            try arguments.finish()
            return try await desk.exportBundle(to: file, of: story, lacking: receiver)
        case "import":
            try arguments.finish()
            return try await desk.importBundle(bundle, isBraking: !arguments.has("anyway"))
        case "show":
            try arguments.finish()
            let view = await desk.replica.newsroom.view
            return BundleWords.answer(to: try bundle.summary(progress: desk.tell), in: view)
        case "verify":
            try arguments.finish()
            return try BundleWords.verdict(on: bundle.summary(progress: desk.tell))
        default:
            let acts = ["export", "import", "show", "verify"]
            throw DeskError.notOneOf(act, what: "act", allowed: acts)
        }
    }
}

extension Desk {
    /// Says on the way how far a bundle is.
    fileprivate nonisolated var tell: @Sendable (BundleProgress) -> Void {
        { [meter] progress in meter?(progress.done, progress.total) }
    }

    /// Takes a bundle in; one that would set much aside is shown first.
    fileprivate func importBundle(_ bundle: BundleFile, isBraking: Bool) async throws -> Answer {
        do {
            let report = try await replica.importBundle(
                from: bundle,
                braking: isBraking,
                progress: tell
            )
            return BundleWords.answer(to: report)
        } catch StoreError.sweeping(let operations) {
            let newsroom = await replica.newsroom
            let deeds = operations.prefix(3).compactMap { newsroom.operation($0) }.map { done in
                let name = newsroom.view.name(of: done.author)
                return "\(name) \(done.operation.deed(in: newsroom.view))"
            }
            throw DeskError.sweeping(operations.count, first: deeds)
        }
    }

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
        let count = try await replica.exportBundle(
            scope,
            lacking: manifest,
            to: file,
            progress: tell
        )
        let pictures = try BundleFile(file).manifest().members.count - 1
        let beside = pictures > 0 ? " and \(counted(pictures, "picture"))" : ""
        return Answer(
            "\(file.relativePath): \(counted(count, "entry"))\(beside), signed by this device",
            facts: [
                "file": .string(file.relativePath), "entries": .number(count),
                "pictures": .number(pictures),
            ]
        )
    }
}
