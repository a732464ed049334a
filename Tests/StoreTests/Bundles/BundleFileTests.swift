import Foundation
import Ledger
import Newsroom
import Store
import TestSupport
import Testing

struct `A bundle file` {
    private let bench: Bench

    init() throws { bench = try Bench() }

    private func empty(_ name: String, _ newsroom: NewsroomID) throws -> Replica {
        try Replica.hub(
            in: bench.place(name),
            newsroom: newsroom,
            surroundings: bench.surroundings()
        )
    }

    @Test func `4: of everything makes an equal replica, and twice changes nothing`() async throws {
        let ana = try await bench.found()
        for number in 0..<3 { try await ana.share("story-\(number)") }
        let file = bench.place("all.stet")
        #expect(try await ana.exportBundle(.everything, to: file) == 6)
        let bo = try empty("bo", ana.id)
        let report = try await bo.importBundle(from: BundleFile(file))
        #expect(report.new == 6)
        #expect(report.damage == nil)
        #expect(report.missing == [] && report.incomplete == [])
        #expect(await bo.newsroom.stateHash() == ana.newsroom.stateHash())
        let again = try await bo.importBundle(from: BundleFile(file))
        #expect((again.new, again.known) == (0, 6))
        #expect(again.packer?.name == "Ana Ruiz")
    }

    @Test func `answers a frontier with what lies above it`() async throws {
        let ana = try await bench.found()
        try await ana.share("story-0")
        let (first, question, answer) = (
            bench.place("1.stet"), bench.place("2.stet"), bench.place("3.stet")
        )
        try await ana.exportBundle(.everything, to: first)
        let bo = try empty("bo", ana.id)
        _ = try await bo.importBundle(from: BundleFile(first))
        try await ana.share("story-1")
        #expect(throws: StoreError.self) { try BundleFile(bench.place("none.stet")).manifest() }
        try await ana.exportBundle(.frontier, to: question)
        let asked = try BundleFile(question).manifest()
        #expect(asked.isFrontier && asked.stretches.count == 2)
        // Ana's own first bundle says what its reader has.
        let known = try BundleFile(first).manifest()
        #expect(try await ana.exportBundle(.everything, lacking: known, to: answer) == 1)
        #expect(try await bo.importBundle(from: BundleFile(answer)).new == 1)
        #expect(await bo.frontier.root == ana.frontier.root)
    }

    @Test func `of one story comes with its past and nothing later`() async throws {
        let ana = try await bench.found()
        let draft = try await ana.share("night-ferry")
        try await ana.share("other-story")
        let story = try #require(await ana.newsroom.view.drafts[draft]?.story)
        let file = bench.place("story.stet")
        #expect(try await ana.exportBundle(.story(story), to: file) == 4)
        let summary = try BundleFile(file).summary()
        #expect(summary.good == 4 && summary.stories == [story] && summary.refused == [:])
        let bo = try empty("bo", ana.id)
        #expect(try await bo.importBundle(from: BundleFile(file)).pending == 0)
        #expect(await bo.newsroom.view.draftIDs.count == 1)
    }

    @Test func `4: without the past of its entries says what is missing`() async throws {
        let ana = try await bench.found()
        try await ana.share("story-0")
        let (all, rest) = (bench.place("all.stet"), bench.place("rest.stet"))
        try await ana.exportBundle(.everything, to: all)
        try await ana.share("story-1")
        let known = try BundleFile(all).manifest()
        try await ana.exportBundle(.everything, lacking: known, to: rest)
        let bo = try empty("bo", ana.id)
        let report = try await bo.importBundle(from: BundleFile(rest))
        #expect((report.new, report.pending, report.missing.count) == (0, 1, 1))
        #expect(report.incomplete == [try #require(await ana.log)])
        let later = try await bo.importBundle(from: BundleFile(all))
        #expect((later.new, later.pending) == (5, 0))
    }

    @Test func `3: that is damaged keeps what came before the damage`() async throws {
        let ana = try await bench.found()
        for number in 0..<40 {
            let noise = (0..<1_500).map { _ in String(bench.random.bytes(8)[0], radix: 36) }
            try await ana.share("story-\(number)", body: noise.joined(separator: "\n"))
        }
        let file = bench.place("all.stet")
        try await ana.exportBundle(.everything, to: file)
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count - 3_000] ^= 1
        try bytes.write(to: file)
        let bo = try empty("bo", ana.id)
        let report = try await bo.importBundle(from: BundleFile(file))
        #expect(report.damage != nil)
        #expect(try await bo.check().problems == [])
        let cut = bench.place("cut.stet")
        try bytes.prefix(bytes.count / 2).write(to: cut)
        #expect(throws: BundleError.endsEarly(at: bytes.count / 2)) {
            try BundleFile(cut).summary()
        }
    }

    @Test func `2: of another newsroom, and a folder, are refused in a sentence`() async throws {
        let ana = try await bench.found("ana")
        let other = try await bench.found("other")
        let file = bench.place("other.stet")
        try await other.exportBundle(.everything, to: file)
        await #expect(throws: BundleError.otherNewsroom(other.id)) {
            try await ana.importBundle(from: BundleFile(file))
        }
        await #expect(throws: BundleError.otherKind("a folder")) {
            try await ana.importBundle(from: BundleFile(bench.place("ana")))
        }
        let nowhere = bench.place("nowhere.stet")
        await #expect(throws: StoreError.noFile(nowhere.path)) {
            try await ana.importBundle(from: BundleFile(nowhere))
        }
    }

    @Test func `tells how far it is`() async throws {
        let ana = try await bench.found()
        try await ana.share("story-0")
        let file = bench.place("all.stet")
        try await ana.exportBundle(.everything, to: file)
        let size = try Data(contentsOf: file).count
        var told: [BundleProgress] = []
        _ = try BundleFile(file).summary { told.append($0) }
        #expect(told.last?.done == size && told.last?.total == size)
    }
}
