package import Foundation

/// The folder `.stet` of a newsroom, and the lock on it.
package struct NewsroomFolder: Sendable {
    /// The folder itself.
    package let url: URL

    /// Names the `.stet` folder inside a project folder.
    package init(in project: URL) {
        url = project.appending(path: ".stet", directoryHint: .isDirectory)
    }

    /// The database.
    var database: URL { url.appending(path: "newsroom.sqlite") }
    /// The device's private key.
    var key: URL { url.appending(path: "device.pem") }
    /// Tells a restored or copied folder from one that went on living.
    var marker: URL { url.appending(path: "restore-marker") }
    /// An empty file that is never touched again: its time is that of this life.
    var birth: URL { url.appending(path: "birth") }
    /// Held by the one process that owns the folder.
    var lock: URL { url.appending(path: "lock") }
    /// The id and certificate with which this machine serves others directly.
    package var served: URL { url.appending(path: "serve", directoryHint: .isDirectory) }
    /// The files that drafts were made of.
    var imports: URL { url.appending(path: "imports", directoryHint: .isDirectory) }
    /// The pictures.
    var media: URL { url.appending(path: "media", directoryHint: .isDirectory) }
    /// Lines typed at the desk.
    package var typedLines: URL { url.appending(path: "history") }

    /// Finds the folder that holds `.stet`: the named one, or the first from `start` upwards.
    ///
    /// - Throws: `StoreError.noNewsroom`.
    package static func find(from start: URL, named name: String?) throws(StoreError) -> URL {
        if let name {
            let named = URL(filePath: name, directoryHint: .isDirectory, relativeTo: start)
            guard exists(in: named) else { throw .noNewsroom(named.path) }
            return named
        }
        var folder = start.standardizedFileURL
        while true {
            if exists(in: folder) { return folder }
            guard folder.pathComponents.count > 1 else { throw .noNewsroom(start.path) }
            folder = folder.deletingLastPathComponent()
        }
    }

    private static func exists(in folder: URL) -> Bool {
        FileManager.default.fileExists(atPath: NewsroomFolder(in: folder).database.path)
    }
}
