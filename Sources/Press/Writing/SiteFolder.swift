import Foundation
import Newsroom

/// The folder that the press writes: a cache of the ledger, so nothing is synced to disk; every
/// file is written beside its place and renamed into it, the index last (H9).
struct SiteFolder {
    let url: URL

    /// What became of the files.
    struct Changes {
        var written = 0
        var unchanged = 0
        var removed = 0
    }

    /// Makes the folder hold exactly these files, in this order, beside what is not the press's.
    ///
    /// - Throws: `PressError.disk`; the next run finishes.
    func hold(_ files: [SiteFile]) throws(PressError) -> Changes {
        do {
            return try write(files)
        } catch let error as CocoaError {
            throw .disk(Self.reason(of: error))
        } catch {
            throw .disk("the folder cannot be used")
        }
    }

    private func write(_ files: [SiteFile]) throws -> Changes {
        let before = index()
        var changes = Changes()
        var after = PressIndex()
        for file in files {
            after.add(file)
            if let now = after.files[file.path], now == before.files[file.path], isIntact(now) {
                changes.unchanged += 1
            } else {
                try replace(file.path, with: file.bytes, modified: file.modified)
                changes.written += 1
            }
        }
        for path in before.files.keys.sorted() where after.files[path] == nil {
            changes.removed += try remove(path) ? 1 : 0
        }
        if after != before || changes.written + changes.removed > 0 {
            let time = files.map(\.modified).max() ?? Moment(milliseconds: 0)
            try replace(PressIndex.path, with: Array(after.text.utf8), modified: time)
        }
        return changes
    }

    /// The index of what was written last; an unreadable one counts as none.
    private func index() -> PressIndex {
        guard let data = try? Data(contentsOf: place(PressIndex.path)),
            let text = String(validating: data, as: UTF8.self),
            let index = PressIndex(parsing: text)
        else { return PressIndex() }
        return index
    }

    /// Whether the file is as it was written: somebody who changed it changed its time or length.
    private func isIntact(_ file: PressIndex.File) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: place(file.path).path)
        guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular,
            (attributes[.size] as? NSNumber)?.intValue == file.length,
            let time = attributes[.modificationDate] as? Date
        else { return false }
        return Int64((time.timeIntervalSince1970 * 1_000).rounded()) == file.modified.milliseconds
    }

    private func replace(_ path: String, with bytes: [UInt8], modified: Moment) throws {
        let place = place(path)
        let folder = place.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let fresh = folder.appending(path: ".\(place.lastPathComponent).tmp")
        try Data(bytes).write(to: fresh)
        let time = Date(timeIntervalSince1970: Double(modified.milliseconds) / 1_000)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644, .modificationDate: time],
            ofItemAtPath: fresh.path
        )
        guard unsafe rename(fresh.path, place.path) == 0 else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    /// Removes a file, and the folders that it leaves empty.
    private func remove(_ path: String) throws -> Bool {
        guard FileManager.default.fileExists(atPath: place(path).path) else { return false }
        try FileManager.default.removeItem(at: place(path))
        var folder = place(path).deletingLastPathComponent()
        while folder.path.hasPrefix(url.path + "/"),
            try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty
        {
            try FileManager.default.removeItem(at: folder)
            folder = folder.deletingLastPathComponent()
        }
        return true
    }

    private func place(_ path: String) -> URL { url.appending(path: path) }

    private static func reason(of error: CocoaError) -> String {
        switch error.code {
        case .fileWriteOutOfSpace: "the disk is full"
        case .fileWriteNoPermission, .fileWriteVolumeReadOnly: "the folder is read-only"
        default: "the folder cannot be used"
        }
    }
}
