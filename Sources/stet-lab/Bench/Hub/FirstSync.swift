import Exchange
import Foundation
import Ledger
import Newsroom
import Store

/// A newsroom of many revisions, and machines that fetch it from a hub: all of it, nothing, and what
/// is new.
struct FirstSync {
    private let folder: URL
    private let program: URL
    private let writer: Replica
    private var invented: InventedRevisions
    private var git: GitStream
    private var drafts: [DraftID] = []

    /// Writes stories and revisions, and the same as a stream for `git fast-import`.
    init(stories: Int, revisions: Int, words: Int, below folder: URL, program: URL) async throws {
        (self.folder, self.program) = (folder, program)
        writer = try await Replica.found(
            in: folder.appending(path: "writer"),
            newsroom: "The Invented Gazette",
            founder: "Ana Ruiz",
            device: "Ana's laptop",
            surroundings: .system()
        ).replica
        invented = InventedRevisions(words: words, seed: 1)
        git = try GitStream(folder.appending(path: "revisions.fi"))
        for number in 0..<stories {
            guard let slug = Slug("story-\(number)") else { continue }
            let text = invented.story(number)
            let shared = try await writer.commit(.share(slug: slug, fields: [:], body: text))
            drafts.append(DraftID(madeBy: shared.id))
            try git.commit("story-\(number)", text)
        }
        try await revise(revisions)
    }

    private mutating func revise(_ count: Int) async throws {
        for revision in 0..<count {
            let number = revision % drafts.count
            let edits = invented.revise(number)
            try await writer.commit(.edit(drafts[number], edits))
            try git.commit("story-\(number)", invented.texts[number])
        }
    }

    /// Measures everything, and prints it.
    mutating func run() async throws {
        let hubMachine = try StormMachine("hub", below: folder, program: program)
        var readers: [StormMachine] = []
        for number in 0..<4 { readers.append(try await join(number)) }
        let hub = try hubMachine.start([
            "hub", "--listen", "127.0.0.1:0", "--data", folder.appending(path: "data").path,
            "--serve", "\(writer.id)",
        ])
        let url = try await hub.line(within: .seconds(60))
        guard let port = url.split(separator: ":").last.flatMap({ UInt16($0) }) else {
            throw StormError.failed("a hub said \(url)")
        }
        let counter = try CountingProxy(to: port)
        defer { counter.close() }
        let client = try HubClient(url: url)
        let start = ContinuousClock.now
        let pushed = try await client.sync(writer).pushed
        report("first push", [("entries", Double(pushed)), ("ms", ms(since: start))])
        try await first(readers, url, counter)
        try await nothingNew(url, counter)
        try await someNew(readers, url, counter)
        try git.finish()
        _ = try await hub.end(by: 15, within: .seconds(60))
    }

    private func join(_ number: Int) async throws -> StormMachine {
        let machine = try StormMachine("reader-\(number)", below: folder, program: program)
        guard let member = await writer.member?.id else { throw StormError.failed("no founder") }
        let consent = try await machine.say(["join", "\(writer.id).\(member)"])
        guard let consent = Consent(consent) else { throw StormError.failed("no consent") }
        try await writer.commit(
            .addDevice(member, key: consent.key, label: "reader", consent: consent.signature)
        )
        return machine
    }

    /// Whole programs, three straight to the hub and one by way of the counter.
    private func first(
        _ readers: [StormMachine],
        _ url: String,
        _ counter: CountingProxy
    ) async throws {
        var times: [Float] = []
        for reader in readers.dropFirst() {
            let start = ContinuousClock.now
            _ = try await reader.say(["sync", url])
            times.append(Float(ms(since: start)))
        }
        _ = counter.takeCounts()
        _ = try await readers[0].say(["sync", counter.url])
        let counts = counter.takeCounts()
        let count = await writer.newsroom.count
        report(
            "first sync",
            [
                ("entries", Double(count)), ("ms", times.percentile(50)),
                ("up", Double(counts.up)), ("down", Double(counts.down)),
            ]
        )
    }

    /// At an open desk that synced before, with its connection open.
    private func nothingNew(_ url: String, _ counter: CountingProxy) async throws {
        let (straight, counted) = (try HubClient(url: url), try HubClient(url: counter.url))
        for client in [straight, counted] { _ = try await client.sync(writer) }
        var times: [Float] = []
        for _ in 0..<51 {
            let start = ContinuousClock.now
            _ = try await straight.sync(writer)
            times.append(Float(ms(since: start)))
        }
        // The writer's address is the counter's now, as a desk's is that of its hub.
        _ = try await counted.sync(writer)
        _ = counter.takeCounts()
        let report = try await counted.sync(writer)
        let counts = counter.takeCounts()
        self.report(
            "nothing new",
            [
                ("round_trips", Double(report.roundTrips)), ("up", Double(counts.up)),
                ("down", Double(counts.down)), ("ms", times.percentile(50)),
            ]
        )
    }

    /// A hundred revisions more: whole programs, and a desk that is open.
    private mutating func someNew(
        _ readers: [StormMachine],
        _ url: String,
        _ counter: CountingProxy
    ) async throws {
        let desk = try Replica(
            opening: readers[3].folder,
            surroundings: .system()
        )
        let client = try HubClient(url: url)
        _ = try await client.sync(desk)
        try await revise(100)
        _ = try await client.sync(writer)
        let start = ContinuousClock.now
        let pulled = try await client.sync(desk).pulled
        let open = ms(since: start)
        let second = ContinuousClock.now
        _ = try await readers[1].say(["sync", url])
        let whole = ms(since: second)
        _ = counter.takeCounts()
        _ = try await readers[0].say(["sync", counter.url])
        let counts = counter.takeCounts()
        report(
            "100 new revisions",
            [
                ("entries", Double(pulled)), ("ms", open), ("ms_program", whole),
                ("up", Double(counts.up)), ("down", Double(counts.down)),
            ]
        )
    }

    private func ms(since start: ContinuousClock.Instant) -> Double {
        (ContinuousClock.now - start) / .milliseconds(1)
    }

    private func report(_ name: String, _ figures: [(String, Double)]) {
        BenchLine(name, figures).say()
    }
}
