import Foundation
import Newsroom
import Press
import TestSupport
import Testing

struct `A site kept receipt by receipt` {
    private static let settings = SiteSettings(
        name: "The Invented Gazette",
        address: address,
        language: "en"
    )
    private static var address: SiteAddress {
        do { return try SiteAddress(setting: "https://example.org") } catch {
            preconditionFailure("the address is one")
        }
    }

    @Test(arguments: Seeds.smoke.prefix(2))
    func `is byte for byte the site built at once`(seed: UInt64) throws {
        // Every comparison renders the whole site, which a debug build does slowly.
        try compare(seed: seed, steps: 28) { $0 == 3 || $0 == 14 || $0 == 27 }
    }

    @Test(.enabled(if: Self.isLong), arguments: Seeds.smoke)
    func `is byte for byte the site built at once, after every step`(seed: UInt64) throws {
        try compare(seed: seed, steps: 130) { _ in true }
    }

    /// `STET_SITE=DIR` leaves a site with every kind of event there, for `tools/check-site`.
    @Test(.enabled(if: Self.sampleFolder != nil))
    func `is left for the tools that check sites`() throws {
        let folder = try #require(Self.sampleFolder)
        var random = SplitMix64(seed: 7)
        var press = RandomPress()
        var site = PublicSite(Self.settings, sources: .none)
        for _ in 0..<130 {
            let (receipt, document) = try press.step(using: &random)
            site.take(receipt, document: document)
        }
        var keeper = SiteKeeper(site, in: URL(filePath: folder, directoryHint: .isDirectory))
        let written = try keeper.writeAll(asOf: Moment(milliseconds: 1_767_254_400_000)).written
        #expect(written > 130)
    }

    private static var sampleFolder: String? {
        ProcessInfo.processInfo.environment["STET_SITE"]
    }

    private static var isLong: Bool { ProcessInfo.processInfo.environment["STET_LONG"] != nil }

    private func compare(seed: UInt64, steps: Int, when isDue: (Int) -> Bool) throws {
        var random = SplitMix64(seed: seed)
        var press = RandomPress()
        let folder = try TemporaryFolder()
        let now = Moment(milliseconds: 1_767_254_400_000)
        var keeper = SiteKeeper(PublicSite(Self.settings, sources: .none), in: folder.url)
        _ = try keeper.writeAll(asOf: now)
        var whole = PublicSite(Self.settings, sources: .none)
        for step in 0..<steps {
            let (receipt, document) = try press.step(using: &random)
            _ = try keeper.take(receipt, document: document, keys: PublicKeys(), asOf: now)
            whole.take(receipt, document: document)
            if isDue(step) { try expect(keeper, whole, at: now, step) }
        }
    }

    private func expect(
        _ keeper: SiteKeeper,
        _ whole: PublicSite,
        at now: Moment,
        _ step: Int
    ) throws {
        var index = PressIndex()
        for file in whole.allFiles(asOf: now) { index.add(file) }
        for (path, file) in index.files where keeper.index.files[path] != file {
            Issue.record("step \(step): \(path) is stale or missing")
        }
        for path in keeper.index.files.keys where index.files[path] == nil {
            Issue.record("step \(step): \(path) should be gone")
        }
    }
}
