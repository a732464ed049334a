import ArgumentParser
import Foundation
import Ledger
import Newsroom
import Signing
import Store

/// Measures signing, checking, appending and carrying entries.
///
/// `tools/bench ledger` runs it beside SQLite, OpenSSL and git on the same revisions.
struct BenchLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Measure entries: sign, check, append, export, import, size."
    )

    @Option(help: "How many stories.")
    var stories = 200

    @Option(help: "How many revisions in all.")
    var revisions = 1_000

    @Option(help: "Words in a story.")
    var words = 600

    @Option(help: "The seed of the invented texts.")
    var seed: UInt64 = 1

    @Option(help: "A folder to leave the bundle and the same revisions for `git fast-import` in.")
    var leave: String?

    func run() async throws {
        let folder =
            leave.map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if leave == nil { try? FileManager.default.removeItem(at: folder) } }
        try measureSignatures()
        let writer = try await Replica.found(
            in: folder.appending(path: "writer"),
            newsroom: "The Invented Gazette",
            founder: "Ana Ruiz",
            device: "Ana's laptop",
            surroundings: .system()
        ).replica
        var invented = InventedRevisions(words: words, seed: seed)
        var git = try GitStream(folder.appending(path: "revisions.fi"))
        try await append(to: writer, &invented, &git)
        try await carry(from: writer, in: folder)
    }

    private func measureSignatures() throws {
        let key = try SigningKey(seed: [UInt8](repeating: 7, count: 32))
        let message = [UInt8](repeating: 1, count: 185)
        let signature = try key.sign(message)
        let count = 2_000
        let signing = try ContinuousClock().measure {
            for _ in 0..<count { _ = try key.sign(message) }
        }
        let checking = ContinuousClock().measure {
            for _ in 0..<count where !isSignature(signature, of: message, by: key.publicKey) {
                preconditionFailure("a good signature is good")
            }
        }
        report("sign", count, signing)
        report("check one signature, one core", count, checking)
    }

    /// Shares the stories, then replaces a word here and there and saves: one entry each.
    private func append(
        to writer: Replica,
        _ invented: inout InventedRevisions,
        _ git: inout GitStream
    ) async throws {
        var drafts: [DraftID] = []
        for number in 0..<stories {
            guard let slug = Slug("story-\(number)") else { continue }
            let text = invented.story(number)
            let shared = try await writer.commit(.share(slug: slug, fields: [:], body: text))
            drafts.append(DraftID(madeBy: shared.id))
            try git.commit("story-\(number)", text)
        }
        var took: [Duration] = []
        for revision in 0..<revisions {
            let number = revision % stories
            let edits = invented.revise(number)
            let start = ContinuousClock.now
            try await writer.commit(.edit(drafts[number], edits))
            took.append(ContinuousClock.now - start)
            try git.commit("story-\(number)", invented.texts[number])
        }
        try git.finish()
        let total = took.reduce(.zero, +)
        report(
            "append a revision, durable",
            took.count,
            total,
            median: took.sorted()[took.count / 2]
        )
    }

    private func carry(from writer: Replica, in folder: URL) async throws {
        let file = folder.appending(path: "all.stet")
        var start = ContinuousClock.now
        let count = try await writer.exportBundle(.everything, to: file)
        report("export", count, ContinuousClock.now - start)
        start = ContinuousClock.now
        _ = try BundleFile(file).summary()
        report("check a bundle, all cores", count, ContinuousClock.now - start)
        let reader = try Replica.hub(
            in: folder.appending(path: "reader"),
            newsroom: writer.id,
            surroundings: .system()
        )
        start = ContinuousClock.now
        let imported = try await reader.importBundle(from: BundleFile(file))
        report("import", imported.new, ContinuousClock.now - start)
        let database = folder.appending(path: "reader/.stet/newsroom.sqlite")
        try print(size("bundle bytes", file))
        try await reader.compact()
        try print(size("database bytes", database))
    }

    private func report(_ name: String, _ count: Int, _ time: Duration, median: Duration? = nil) {
        let seconds = time / .seconds(1)
        let middle = median.map { ",\"median_us\":\(Int($0 / .microseconds(1)))" } ?? ""
        let rate = Int(Double(count) / seconds)
        print("{\"name\":\"\(name)\",\"count\":\(count),\"per_second\":\(rate)\(middle)}")
    }

    private func size(_ name: String, _ file: URL) throws -> String {
        let bytes = try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
        return "{\"name\":\"\(name)\",\"bytes\":\(bytes)}"
    }
}
