import Ledger
package import Newsroom

/// What the press wrote, a line a file: the hub serves exactly these paths.
package struct PressIndex: Hashable, Sendable {
    /// One file of the site.
    package struct File: Hashable, Sendable {
        /// The path from the site's root.
        package let path: String
        /// The media type, with its character set where it has one.
        package let type: String
        /// The SHA-256.
        package let hash: Bytes32
        /// In bytes.
        package let length: Int
        /// The newest receipt time among what it was made from.
        package let modified: Moment
    }

    /// How far the files go.
    package struct State: Hashable, Sendable {
        /// How many receipts they were made from.
        let receipts: Int
        /// The root of the log of these.
        let root: Bytes32
        /// What `SiteSettings.fingerprint` was.
        let settings: Bytes32
    }

    /// The files by their paths.
    package private(set) var files: [String: File] = [:]
    /// How far they go; nil where that was not written.
    var state: State?

    /// Starts empty.
    package init() {}

    /// Takes in a file.
    package mutating func add(_ file: SiteFile) { add(File(of: file)) }

    /// Takes in a file that was written.
    mutating func add(_ entry: File) { files[entry.path] = entry }

    /// Forgets a file.
    mutating func remove(_ path: String) { files[path] = nil }

    /// Reads an index as it is stored: later lines count, and a line that a crash cut off does not.
    package init?(parsing text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first.map({ $0 == Self.head }) == true else { return nil }
        for line in lines.dropFirst().dropLast() {
            let parts = line.split(separator: "\t")
            if let state = State(parts) {
                self.state = state
                continue
            }
            guard let path = parts.first, Self.isPlain(path) else { return nil }
            if parts.count == 2, parts[1] == "-" {
                files[String(path)] = nil
                continue
            }
            guard let file = File(parts) else { return nil }
            files[file.path] = file
        }
    }

    /// The whole index: a head, how far it goes, then a line a file, by path.
    package var text: String {
        files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            .reduce(into: "\(Self.head)\n\(state?.line ?? "")") { text, file in text += file.line }
    }

    /// The line that takes a file out of an index that is stored.
    static func removal(of path: String) -> String { "\(path)\t-\n" }

    /// Where it lies below the site's root.
    package static let path = ".stet/press-index"

    private static let head = "stet-press-index/1"

    /// Whether a path stays below the root.
    private static func isPlain(_ path: Substring) -> Bool {
        path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
            !$0.isEmpty && $0 != "." && $0 != ".."
        }
    }
}

extension PressIndex.State {
    /// Its line: the word, the number of receipts, the root, the settings.
    var line: String { "state\t\(receipts)\t\(root)\t\(settings)\n" }

    fileprivate init?(_ parts: [Substring]) {
        guard parts.count == 4, parts[0] == "state", let receipts = Int(parts[1]), receipts >= 0,
            let root = Bytes32(hex: parts[2]), let settings = Bytes32(hex: parts[3])
        else { return nil }
        self.init(receipts: receipts, root: root, settings: settings)
    }
}

extension PressIndex.File {
    /// The entry of a file.
    init(of file: SiteFile) {
        self.init(
            path: file.path,
            type: mediaType(of: file.path),
            hash: digest(file.bytes),
            length: file.bytes.count,
            modified: file.modified
        )
    }

    /// Its line: path, type, hash, length and time.
    var line: String { "\(path)\t\(type)\t\(hash)\t\(length)\t\(modified.milliseconds)\n" }

    fileprivate init?(_ parts: [Substring]) {
        guard parts.count == 5, let hash = Bytes32(hex: parts[2]), let length = Int(parts[3]),
            let modified = Int64(parts[4]), length >= 0
        else { return nil }
        self.init(
            path: String(parts[0]),
            type: String(parts[1]),
            hash: hash,
            length: length,
            modified: Moment(milliseconds: modified)
        )
    }
}

/// The media type of a path, by its name and never by its content (H5).
func mediaType(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let parts = name.split(separator: ".")
    guard parts.count > 1, let kind = parts.last else { return "application/octet-stream" }
    switch kind {
    case "html": return "text/html; charset=utf-8"
    case "css": return "text/css; charset=utf-8"
    case "txt", "sh": return "text/plain; charset=utf-8"
    case "atom": return "application/atom+xml; charset=utf-8"
    case "rss": return "application/rss+xml; charset=utf-8"
    case "json":
        let isFeed = path.hasPrefix("feeds/")
        return "application/\(isFeed ? "feed+json" : "json"); charset=utf-8"
    case "xml": return "application/xml; charset=utf-8"
    case "tar": return "application/x-tar"
    case "pem": return "application/x-pem-file"
    case "svg": return "image/svg+xml; charset=utf-8"
    case "jpg": return "image/jpeg"
    case "png", "gif", "webp": return "image/\(kind)"
    case "woff", "woff2": return "font/\(kind)"
    default: return "application/octet-stream"
    }
}
