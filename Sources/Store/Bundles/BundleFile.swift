package import Foundation
package import Ledger
package import Newsroom

/// A bundle on disk, read as a stream.
package struct BundleFile: Sendable {
    private let url: URL
    private let allowsAnyRatio: Bool

    /// Names the file.
    ///
    /// `allowingAnyRatio` reads one that unpacks to more than 200 times its size.
    package init(_ url: URL, allowingAnyRatio: Bool = false) {
        self.url = url
        allowsAnyRatio = allowingAnyRatio
    }

    /// What the bundle says of itself, without reading further.
    ///
    /// - Throws: `BundleError`, `StoreError.noFile`.
    package func manifest() throws -> Manifest {
        var found: Manifest?
        try read { part in
            guard case .manifest(let manifest) = part else { return true }
            found = manifest
            return false
        }
        guard let found else { throw BundleError.endsEarly(at: 0) }
        return found
    }

    /// Reads the whole bundle and checks everything that needs no newsroom: the packer's
    /// signature, every digest, and every entry's own signature, hash and framing.
    ///
    /// - Throws: `BundleError` at the first thing that is wrong with the file, `StoreError.noFile`.
    package func summary(progress: (BundleProgress) -> Void = { _ in }) throws -> BundleSummary {
        var summary: BundleSummary?
        try read(progress: progress) { part in
            switch part {
            case .manifest(let manifest): summary = BundleSummary(manifest: manifest)
            case .entries(let received): summary?.take(received)
            case .media(_, _, let isLast): summary?.pictures += isLast ? 1 : 0
            }
            return true
        }
        guard let summary else { throw BundleError.endsEarly(at: 0) }
        return summary
    }

    /// Feeds the file through a reader, a piece at a time, as long as `take` wants more.
    func read(
        progress: (BundleProgress) -> Void = { _ in },
        _ take: (BundlePart) throws -> Bool
    ) throws {
        var isFolder: ObjCBool = false
        let exists = unsafe FileManager.default.fileExists(
            atPath: url.path,
            isDirectory: &isFolder
        )
        guard exists else {
            throw StoreError.noFile(url.path)
        }
        if isFolder.boolValue { throw BundleError.otherKind("a folder") }
        guard let file = try? FileHandle(forReadingFrom: url) else {
            throw StoreError.noFile(url.path)
        }
        let total = (try? FileManager.default.attributesOfItem(atPath: url.path)[.size]) as? Int
        var reader = BundleReader(allowingAnyRatio: allowsAnyRatio)
        var done = 0
        while true {
            let piece: Data?
            do {
                piece = try file.read(upToCount: 1 << 18)
            } catch {
                throw StoreError.failing
            }
            guard let piece, !piece.isEmpty else { return try reader.finish() }
            var parts: [BundlePart] = []
            let ending = Result { try reader.feed(Array(piece), into: &parts) }
            for part in parts where try !take(part) { return }
            try ending.get()
            done += piece.count
            progress(BundleProgress(done: done, total: total ?? done))
        }
    }
}

/// What is in a bundle, for people who look before they import.
package struct BundleSummary: Sendable, Hashable {
    /// What it says of itself.
    package let manifest: Manifest
    /// Entries whose signature, hash and framing are good.
    package private(set) var good = 0
    /// Pictures that are what their names say.
    package fileprivate(set) var pictures = 0
    /// Codes of the others, with how many.
    package private(set) var refused: [String: Int] = [:]
    /// How many entries each device signed.
    package private(set) var devices: [DeviceKey: Int] = [:]
    /// The stories that are spoken of.
    package private(set) var stories: Set<StoryID> = []
    /// The earliest and the latest time that an entry claims.
    package private(set) var span: ClosedRange<Moment>?

    init(manifest: Manifest) { self.manifest = manifest }

    mutating func take(_ received: [[UInt8]]) {
        for verdict in CheckedEntries(received, newsroom: manifest.newsroom).verdicts() {
            switch verdict {
            case .failure(let error): refused[error.code, default: 0] += 1
            case .success(let entry):
                good += 1
                devices[entry.author, default: 0] += 1
                stories.formUnion(entry.stories)
                let (first, last) = (span?.lowerBound ?? entry.claimed, span?.upperBound)
                span = min(first, entry.claimed)...max(last ?? entry.claimed, entry.claimed)
            }
        }
    }
}
