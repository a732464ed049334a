package import Foundation
package import Ledger
package import Newsroom
import Signing

/// What goes into a bundle.
package enum BundleScope: Sendable, Hashable {
    /// Everything that is here.
    case everything
    /// What speaks of a story, with its whole past, so that it can be checked wherever it comes.
    case story(StoryID)
    /// Nothing: a question for what this replica lacks.
    case frontier
}

extension BundleScope {
    /// Whether the pictures of a story go in; those of others that are only its past do not.
    fileprivate func contains(_ other: StoryID) -> Bool {
        switch self {
        case .everything: true
        case .story(let story): story == other
        case .frontier: false
        }
    }
}

/// How far a bundle was written or read.
package struct BundleProgress: Sendable, Hashable {
    /// Entries so far, of those that there are; bytes so far of a file that is read.
    package let done: Int
    /// All of them.
    package let total: Int
}

extension Replica {
    /// Writes a bundle: everything, or a story, without what `receiver` says that it has.
    ///
    /// `receiver` is the manifest of any bundle that the other side packed, best its frontier.
    /// Returns how many entries were packed.
    ///
    /// - Throws: `StoreError` (`.noDevice` without a key to sign with), `BundleError.overLimit`; then
    ///   there is no file.
    @discardableResult
    package func exportBundle(
        _ scope: BundleScope,
        lacking receiver: Manifest? = nil,
        to file: URL,
        progress: (BundleProgress) -> Void = { _ in }
    ) throws -> Int {
        guard let key, let device else { throw StoreError.noDevice }
        if let receiver, receiver.newsroom != id {
            throw BundleError.otherNewsroom(receiver.newsroom)
        }
        let export = BundleExport(
            stored: StoredEntries(database: database),
            media: media,
            needed: try mediaByStory().filter { scope.contains($0.story) },
            theme: scope == .everything ? newsroom.view.theme : nil,
            chosen: try chosen(scope, lacking: receiver),
            count: newsroom.count,
            heads: scope == .frontier ? frontier : nil,
            newsroom: id,
            time: now,
            key: key,
            device: device
        )
        return try export.write(to: file, progress: progress)
    }

    /// The entries that go in; nil for all.
    private func chosen(_ scope: BundleScope, lacking receiver: Manifest?) throws -> Set<EntryID>? {
        let known = receiver.map { past(of: $0.stretches.map(\.head)) } ?? []
        switch scope {
        case .frontier: return []
        case .everything:
            return known.isEmpty ? nil : Set(newsroom.history.map(\.id)).subtracting(known)
        case .story(let story):
            var heads: [EntryID] = []
            try StoredEntries(database: database).each { entry in
                if entry.stories.contains(story) { heads.append(entry.id) }
            }
            return past(of: heads).subtracting(known)
        }
    }

    /// These entries and everything before them, as far as they are here.
    func past(of heads: [EntryID]) -> Set<EntryID> { newsroom.past(of: heads) }
}

extension Newsroom {
    /// These entries and everything before them, as far as they are here.
    func past(of heads: [EntryID]) -> Set<EntryID> {
        var past: Set<EntryID> = []
        var waiting = heads
        while let next = waiting.popLast() {
            guard let entry = entry(next), past.insert(next).inserted else { continue }
            waiting += entry.causes
        }
        return past
    }
}

/// A bundle on its way to a file.
private struct BundleExport {
    let stored: StoredEntries
    let media: Media
    /// The pictures that each story needs.
    let needed: [(story: StoryID, media: [Bytes32])]
    /// The site's theme, where it goes in.
    let theme: Bytes32?
    /// Nil for all.
    let chosen: Set<EntryID>?
    let count: Int
    let heads: LogHeads?
    let newsroom: NewsroomID
    let time: Moment
    let key: SigningKey
    let device: DeviceKey

    /// More lines than these would not leave much of a manifest.
    private static let pictureLimit = 2_000

    /// Writes the frames aside, for what stands before them names their digest.
    func write(to file: URL, progress: (BundleProgress) -> Void) throws -> Int {
        var packer = BundlePacker()
        let frames = try OutputFile(file.appendingPathExtension("entries"))
        var stories: Set<StoryID> = []
        try stored.each { entry in
            guard chosen?.contains(entry.id) ?? true else { return }
            stories.formUnion(entry.stories)
            try frames.append(packer.append(entry))
            progress(BundleProgress(done: packer.count, total: chosen?.count ?? count))
        }
        let packed = packer.count
        let pictures = pictures(of: stories)
        let parts = try packer.finish(
            newsroom: newsroom,
            at: time,
            heads: heads,
            media: pictures.map(\.member),
            packer: device,
            sign: key.sign
        )
        try frames.append(parts.frame)
        let bundle = try OutputFile(file)
        try bundle.append(parts.front)
        try bundle.append(contentsOf: frames)
        for ((hash, member), before) in zip(pictures, parts.before) {
            try bundle.append(before)
            try append(hash, member.byteCount, to: bundle)
        }
        try bundle.append(parts.back)
        try bundle.finish()
        return packed
    }

    /// The pictures of stories that go in and the theme, as many as are here and leave room for words.
    private func pictures(of stories: Set<StoryID>) -> [(hash: Bytes32, member: Manifest.Member)] {
        let ofStories = needed.filter { stories.contains($0.story) }.flatMap(\.media)
        let wanted = Set(ofStories + (theme.map { [$0] } ?? [])).sorted()
        var room = BundleReader.limitBytes / 2
        return wanted.prefix(Self.pictureLimit).compactMap { hash in
            guard let count = media.byteCount(of: hash), count <= room, media.isSound(hash) else {
                return nil
            }
            room -= count
            return (hash, Manifest.Member(picture: hash, byteCount: count))
        }
    }

    private func append(
        _ hash: Bytes32,
        _ byteCount: Int,
        to bundle: borrowing OutputFile
    ) throws {
        for start in stride(from: 0, to: byteCount, by: 1 << 18) {
            let count = min(1 << 18, byteCount - start)
            guard let piece = media.read(hash, from: start, count: count), piece.count == count
            else { throw StoreError.failing }
            try bundle.append(piece)
        }
    }
}

extension StoredEntries {
    /// Reads every entry, causes first, a page at a time.
    func each(_ work: (Entry) throws -> Void) throws {
        var arrival = 0
        while true {
            let page = try after(arrival, limitBytes: 1 << 20)
            guard let last = page.last else { return }
            for row in page { try work(Entry(stored: row.bytes)) }
            arrival = last.arrival
        }
    }
}
