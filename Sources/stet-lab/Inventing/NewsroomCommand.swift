import ArgumentParser
import Foundation
import Ledger
import Newsroom
import Store

/// `stet-lab newsroom`: makes a newsroom as it would be after years, the same for the same seed.
struct NewsroomCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newsroom",
        abstract: "Make a folder with an invented newsroom of any size; JSON lines out."
    )

    @Option(help: "How many stories, of some ten entries each.")
    var stories = 1_000

    @Option(help: "How many words the stories have on average.")
    var words = 200

    @Option(help: "How many people work there.")
    var staff = 40

    @Option(help: "What decides all names, texts and fates.")
    var seed: UInt64 = 1

    @Argument(help: "The folder, which has no newsroom yet.")
    var folder: String

    func validate() throws {
        guard stories > 0, stories <= 1_000_000, words > 0, words <= 5_000 else {
            throw ValidationError("up to 1,000,000 stories of up to 5,000 words")
        }
        guard (20...400).contains(staff) else {
            throw ValidationError("from 20 to 400 people work there")
        }
    }

    func run() async throws {
        let start = ContinuousClock.now
        let founded = Moment(milliseconds: 1_570_000_000_000)
        let folder = URL(filePath: folder, directoryHint: .isDirectory)
        var office = try InventedOffice(staff: staff, seed: seed, founded: founded)
        let replica = try join(&office, in: folder)
        _ = try await replica.receive(office.entries.map(\.bytes), from: hub(office.log.count))
        var newsroom = InventedNewsroom(
            stories: stories,
            words: words,
            seed: seed,
            office: office,
            founded: founded
        )
        let list = try StoryList(in: folder)
        let open = try await fill(replica, from: &newsroom, list)
        try list.close()
        try await work(at: replica, on: open)
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        report(newsroom, seconds: seconds, root: await replica.frontier.root)
    }

    /// The machine of an editor, who just got it.
    private func join(_ office: inout InventedOffice, in folder: URL) throws -> Replica {
        guard let id = office.newsroom.view.id, let editor = office.editors.first else {
            throw ValidationError("nobody founded it")
        }
        let surroundings = Surroundings(
            clock: InventedClock(now: Moment(milliseconds: 1_795_000_000_000)),
            random: InventedBytes(seed: seed),
            machine: Surroundings.system().machine
        )
        let (replica, consent) = try Replica.join(
            in: folder,
            newsroom: id,
            member: editor.member,
            surroundings: surroundings
        )
        try office.add(consent, to: editor.member)
        return replica
    }

    /// Writes and hands over, a batch while the one before is checked, stored and folded.
    ///
    /// - Returns: some stories that are still being worked on.
    private func fill(
        _ replica: Replica,
        from newsroom: inout InventedNewsroom,
        _ list: StoryList
    ) async throws -> [Slug] {
        var open: [Slug] = []
        var before: Task<Void, any Error>?
        while !newsroom.isFinished {
            let entries = try newsroom.next(4_096) { story in
                try list.add(story)
                if story.isOpen, open.count < 8 { open.append(story.slug) }
            }
            let hub = hub(newsroom.entryCount)
            try await before?.value
            before = Task { try await receive(entries, in: replica, from: hub) }
        }
        try await before?.value
        return open
    }

    private func receive(_ entries: [[UInt8]], in replica: Replica, from hub: Peer) async throws {
        let reception = try await replica.receive(entries, from: hub)
        guard reception.refused.isEmpty, reception.pending.isEmpty else {
            throw ValidationError("refused: \(Set(reception.refused).sorted())")
        }
    }

    /// A hub that had all this, and is not asked again.
    private func hub(_ count: Int) -> Peer {
        let life = String(repeating: "0", count: 32)
        return Peer(
            hub: [UInt8](repeating: 7, count: 16),
            url: "https://hub.gazette.example",
            cursor: "\(life).\(count)"
        )
    }

    /// What the editor did today on her new machine, and did not send yet.
    private func work(at replica: Replica, on slugs: [Slug]) async throws {
        for (number, slug) in slugs.enumerated() {
            let seed = seed &+ UInt64(number + 1)
            try await replica.commit { newsroom, author in
                let draft = try Self.openDraft(of: slug, in: newsroom.view)
                var texts = InventedTexts(seed: seed)
                let edits = texts.edits(of: newsroom.view.text(of: draft))
                return try newsroom.operations(for: .edit(draft, edits), by: author)
            }
            try await replica.commit { newsroom, author in
                let draft = try Self.openDraft(of: slug, in: newsroom.view)
                return try newsroom.operations(for: .save(draft, note: nil), by: author)
            }
        }
        guard let slug = Slug("kept-to-myself") else { return }
        var texts = InventedTexts(seed: seed)
        let fields: [DocumentField: String] = [.headline: texts.headline(), .section: "city"]
        let body = texts.body(words: words)
        try await replica.keep(PrivateDraft(slug: slug, fields: fields, body: body))
    }

    private static func openDraft(of slug: Slug, in view: View) throws -> DraftID {
        let story = view.stories(called: slug.description).first
        guard let draft = story.flatMap({ view.listedDrafts(of: $0.id).first }) else {
            throw ValidationError("\(slug) has no draft")
        }
        return draft.id
    }

    private func report(_ newsroom: InventedNewsroom, seconds: Double, root: Bytes32) {
        let took = String(format: "%.1f", seconds)
        let peak = String(format: "%.0f", PeakMemory.mebibytes)
        print(
            """
            {"name":"newsroom","stories":\(stories),"entries":\(newsroom.entryCount),\
            "seconds":\(took),"peak_mib":\(peak),"root":"\(root)"}
            """
        )
    }
}
