import Foundation

/// The names of files that a word may become, as a shell completes them.
enum FileNames {
    /// More than fit on a page help nobody.
    private static let limit = 200

    /// The files and folders whose path begins with what was typed; hidden ones only where a dot was.
    ///
    /// A name with a blank cannot be typed without quotes, so it is left out.
    static func beginning(with typed: String) -> [String] {
        let slash = typed.lastIndex(of: "/")
        let folder = slash.map { String(typed[...$0]) } ?? ""
        let start = slash.map { typed[typed.index(after: $0)...] } ?? typed[...]
        let place = URL(filePath: folder.isEmpty ? "." : folder, directoryHint: .isDirectory)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        return names.filter { name in
            name.hasPrefix(start) && (start.hasPrefix(".") || !name.hasPrefix("."))
                && !name.contains { $0.isWhitespace || "\"'\\".contains($0) }
        }
        .sorted().prefix(limit).map { name in
            let isFolder =
                (try? place.appending(path: name)
                    .resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
            return folder + name + (isFolder ? "/" : "")
        }
    }
}
