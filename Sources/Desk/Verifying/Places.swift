import Foundation

/// An address, cut into the site and the path on it.
struct WebPlace {
    let site: String
    let path: String

    /// Reads an address; nil for what is none.
    init?(_ text: String) {
        guard let url = URL(string: text), let scheme = url.scheme, let host = url.host(),
            ["http", "https"].contains(scheme)
        else { return nil }
        site = "\(scheme)://\(host)" + (url.port.map { ":\($0)" } ?? "")
        path = url.path().split(separator: "/").joined(separator: "/")
    }
}

/// A folder or a file, cut into the site that it lies in and the path on it.
struct LocalPlace {
    let site: URL
    let path: String

    /// Looks for the site upwards from a place; nil where it lies in none.
    init?(_ place: URL, isFolder: Bool) {
        let absolute = place.absoluteURL.standardizedFileURL
        var folder = isFolder ? absolute : absolute.deletingLastPathComponent()
        while !Self.isSite(folder) {
            guard folder.path != "/" else { return nil }
            folder = folder.deletingLastPathComponent()
        }
        site = folder
        let rest = absolute.pathComponents.dropFirst(folder.pathComponents.count)
        path = rest.joined(separator: "/") + (isFolder && !rest.isEmpty ? "/" : "")
    }

    private static func isSite(_ folder: URL) -> Bool {
        FileManager.default.fileExists(
            atPath: folder.appending(path: ".well-known/stet/keys.tar").path
        )
    }
}
