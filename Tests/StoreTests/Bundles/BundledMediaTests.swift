import Foundation
import Ledger
import Newsroom
import Store
import TestSupport
import Testing

struct `A bundle of entries and pictures` {
    private let bench: Bench
    private let ana: Replica
    private let lead = InventedPicture.png(width: 40, height: 30)
    private let figure = InventedPicture.gif()
    private let file: URL

    init() async throws {
        bench = try Bench()
        ana = try await bench.found()
        file = bench.place("all.stet")
        for bytes in [lead, figure, InventedPicture.jpeg()] { try ana.media.keep(bytes) }
        let draft = try await ana.share("ferry", body: "![A crane.](media:\(digest(figure)))\n")
        try await ana.commit(.setField(draft, .leadImage, "\(digest(lead))"))
        try await ana.share("quay")
    }

    private func hub(_ name: String) throws -> Replica {
        try Replica.hub(
            in: bench.place(name),
            newsroom: ana.id,
            surroundings: bench.surroundings()
        )
    }

    @Test func `carries the pictures that its stories need, and no others`() async throws {
        try await ana.exportBundle(.everything, to: file)
        let summary = try BundleFile(file).summary()
        #expect(summary.pictures == 2)
        let other = try hub("other")
        let report = try await other.importBundle(from: BundleFile(file))
        #expect(report.pictures == 2 && report.damage == nil)
        #expect(try other.media.read(digest(lead)) == lead)
        #expect(try other.media.read(digest(figure)) == figure)
        #expect(other.media.names().count == 2)
        #expect(try await other.importBundle(from: BundleFile(file)).pictures == 0)
    }

    @Test func `of one story carries its pictures alone`() async throws {
        let view = await ana.newsroom.view
        let quay = try #require(view.stories(called: "quay").first)
        try await ana.exportBundle(.story(quay.id), to: file)
        #expect(try BundleFile(file).summary().pictures == 0)
    }

    @Test func `takes up nothing that broke off before, and leaves out what is spoiled`()
        async throws
    {
        try Data([1]).write(to: ana.media.url(of: digest(figure)))
        try await ana.exportBundle(.everything, to: file)
        let other = try hub("other")
        try other.media.part(of: digest(lead)).append([1, 2, 3])
        #expect(try await other.importBundle(from: BundleFile(file)).pictures == 1)
        #expect(try other.media.read(digest(lead)) == lead)
    }

    @Test func `is not read for pictures that nobody asked for`() async throws {
        let draft = try #require(
            await ana.newsroom.view.everyDraft.first { $0.fields[.leadImage] != nil }
        )
        try await ana.exportBundle(.everything, to: file)
        let other = try hub("other")
        let entries = try await ana.entries(after: 0, limitBytes: .max).map(\.bytes)
        _ = try await other.receive(entries)
        try await ana.commit(.setField(draft.id, .leadImage, ""))
        try await ana.give(to: other)
        #expect(try await other.importBundle(from: BundleFile(file)).pictures == 1)
        #expect(!other.media.contains(digest(lead)))
    }
}
