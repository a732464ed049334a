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
        try compare(seed: seed, steps: 46) { $0 < 5 || $0 % 12 == 0 || $0 == 45 }
    }

    @Test(.enabled(if: Self.isLong), arguments: Seeds.smoke)
    func `is byte for byte the site built at once, after every step`(seed: UInt64) throws {
        try compare(seed: seed, steps: 130) { _ in true }
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
