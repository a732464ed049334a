import Foundation
import Newsroom

/// One run of writing: additions and changes first, then removals, then the index.
struct WritingSession {
    private let folder: SiteFolder
    /// The index of the run before, where every file is put again; otherwise nil.
    private let before: PressIndex?
    private var index: PressIndex
    private var isPut: Set<String> = []
    private var lines = ""
    private(set) var changes = SiteKeeper.Changes()

    /// Puts every file again.
    init(all folder: SiteFolder, before: PressIndex) {
        self.folder = folder
        self.before = before
        index = PressIndex()
    }

    /// Puts some files of many.
    init(some folder: SiteFolder, of index: consuming PressIndex) {
        self.folder = folder
        before = nil
        self.index = index
    }

    /// From how many parts on a further core is worth its start.
    private static let partsACore = 4

    /// Makes parts of a site and writes them, several at a time; the next call finds all of them in
    /// their places.
    mutating func put(
        _ parts: [SitePart],
        of site: PublicSite,
        asOf now: Moment
    ) throws(PressError) {
        for result in written(parts, of: site, asOf: now) {
            for put in try result.get() { take(put) }
        }
    }

    /// Looks at the index and changes nothing of it: while somebody looks, a change copies it whole.
    private func written(
        _ parts: [SitePart],
        of site: PublicSite,
        asOf now: Moment
    ) -> [Result<[Put], PressError>] {
        let (folder, old) = (folder, before ?? index)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let count = min(cores, parts.count / Self.partsACore + 1)
        return concurrently(count) { share throws(PressError) in
            var done: [Put] = []
            for place in stride(from: share, to: parts.count, by: count) {
                guard let file = site.file(parts[place], asOf: now) else { continue }
                done.append(try Self.put(file, in: folder, unless: old.files[file.path]))
            }
            return done
        }
    }

    /// A file in its place.
    private struct Put {
        let entry: PressIndex.File
        let isWritten: Bool
    }

    private static func put(
        _ file: SiteFile,
        in folder: SiteFolder,
        unless old: PressIndex.File?
    ) throws(PressError) -> Put {
        let entry = PressIndex.File(of: file)
        if entry == old, folder.isIntact(entry) { return Put(entry: entry, isWritten: false) }
        try folder.replace(file.path, with: file.bytes, modified: file.modified)
        return Put(entry: entry, isWritten: true)
    }

    private mutating func take(_ put: Put) {
        index.add(put.entry)
        isPut.insert(put.entry.path)
        guard put.isWritten else {
            changes.unchanged += 1
            return
        }
        changes.written += 1
        changes.bytes += put.entry.length
        lines += put.entry.line
    }

    /// Removes those of the paths that were not put, and writes the index.
    mutating func finish(
        removing paths: [String],
        at state: PressIndex.State
    ) throws(PressError) -> PressIndex {
        for path in paths where !isPut.contains(path) {
            if try folder.remove(path) { changes.removed += 1 }
            index.remove(path)
            lines += PressIndex.removal(of: path)
        }
        if index.state != state { lines += state.line }
        index.state = state
        if let before {
            if before != index || !lines.isEmpty { try folder.store(index.text) }
        } else if !lines.isEmpty {
            try folder.append(lines)
        }
        return index
    }
}
