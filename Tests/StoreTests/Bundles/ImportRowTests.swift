import Foundation
import Ledger
import Newsroom
import Signing
import Store
import TestSupport
import Testing

/// The steps of ledger.md 9.3 and the brake of 5.4, each with the name of its row.
struct `Import row` {
    private let bench: Bench
    private let ana: Replica
    private let root: RootCode

    init() async throws {
        bench = try Bench()
        (ana, root) = try await Replica.found(
            in: bench.place("ana"),
            newsroom: "The Invented Gazette",
            founder: "Ana Ruiz",
            device: "Ana's laptop",
            surroundings: bench.surroundings()
        )
    }

    private func bundle(
        _ replica: Replica,
        _ scope: BundleScope = .everything,
        lacking: Manifest? = nil
    ) async throws -> BundleFile {
        let file = bench.place("\(UUID().uuidString).stet")
        try await replica.exportBundle(scope, lacking: lacking, to: file)
        return BundleFile(file)
    }

    @Test func `4: reports new, known, pending, and what is missing`() async throws {
        try await ana.share("one")
        let before = try await bundle(ana).manifest()
        try await ana.share("two")
        let rest = try await bundle(ana, lacking: before)
        let other = try Replica.hub(
            in: bench.place("other"),
            newsroom: ana.id,
            surroundings: bench.surroundings()
        )
        let early = try await other.importBundle(from: rest)
        #expect(early.new == 0 && early.pending == 1 && early.missing.count == 1)
        let all = try await bundle(ana)
        let late = try await other.importBundle(from: all)
        #expect(late.pending == 0 && late.missing.isEmpty && late.incomplete.isEmpty)
        let again = try await other.importBundle(from: all)
        let count = await ana.newsroom.count
        #expect(again.new == 0 && again.known == count)
    }

    @Test func `exported: what another lacks, by its frontier and by its last bundle`()
        async throws
    {
        let bo = try await bench.joined("bo", as: .editor, of: ana)
        try await bo.share("bo-writes")
        let last = try await bundle(bo)
        let frontier = try await bundle(bo, .frontier)
        _ = try await ana.importBundle(from: last)
        try await ana.share("ana-writes")
        for asked in [last, frontier] {
            let answer = try await bundle(ana, lacking: asked.manifest())
            #expect(try answer.summary().good == 1)
            #expect(try await bo.importBundle(from: answer).missing.isEmpty)
        }
        #expect(await bo.newsroom.stateHash() == ana.newsroom.stateHash())
    }

    @Test func `brake: what sets more than 20 acts aside takes a word`() async throws {
        let bo = try await bench.joined("bo", as: .editor, of: ana)
        let max = try await bench.joined("max", as: .editor, of: ana)
        let draft = try await bo.share("bo-writes")
        try await bo.give(to: max)
        for number in 0..<25 { try await bo.prepend("\(number) ", to: draft) }
        try await bo.give(to: ana)
        let counted = await ana.newsroom.notInForce.count
        let member = try #require(await bo.member?.id)
        try await ana.commit(.remark(StoryID(draft.bytes), "all is here"))
        try await max.commit(.remove(member, reason: "left the paper"), as: root)
        let removal = try await bundle(max)
        let error = await #expect(throws: StoreError.self) {
            try await ana.importBundle(from: removal)
        }
        guard case .sweeping(let operations) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(operations.count == 25)
        #expect(await ana.newsroom.notInForce.count == counted)
        #expect(try await ana.check().problems == [])
        let report = try await ana.importBundle(from: removal, braking: false)
        #expect(report.new > 0)
        #expect(await ana.newsroom.notInForce.count == counted + 25)
    }

    @Test func `brake: a first import is let through whatever it tells`() async throws {
        let bo = try await bench.joined("bo", as: .editor, of: ana)
        let draft = try await bo.share("bo-writes")
        for number in 0..<25 { try await bo.prepend("\(number) ", to: draft) }
        let member = try #require(await bo.member?.id)
        try await ana.commit(.remove(member, reason: "left the paper"))
        try await bo.give(to: ana)
        let other = try Replica.hub(
            in: bench.place("other"),
            newsroom: ana.id,
            surroundings: bench.surroundings()
        )
        _ = try await other.importBundle(from: bundle(ana))
        #expect(await other.newsroom.stateHash() == ana.newsroom.stateHash())
    }
}
