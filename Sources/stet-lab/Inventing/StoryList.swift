import ArgumentParser
import Foundation

/// The list that lies beside an invented newsroom, for who measures it: a line a story with its
/// slug, its desk and whether it is open.
struct StoryList {
    /// One line.
    struct Line {
        let slug: String
        let desk: String
        let isOpen: Bool
    }

    private static let name = "invented.tsv"
    private let file: FileHandle

    /// Begins an empty list.
    init(in folder: URL) throws {
        let url = folder.appending(path: Self.name)
        guard FileManager.default.createFile(atPath: url.path, contents: nil) else {
            throw ValidationError("\(folder.path) is read-only")
        }
        file = try FileHandle(forWritingTo: url)
    }

    /// Adds a story that came to rest.
    func add(_ story: InventedStory) throws {
        let line = "\(story.slug)\t\(story.desk)\t\(story.isOpen ? "open" : "-")\n"
        try file.write(contentsOf: Data(line.utf8))
    }

    /// Ends the list.
    func close() throws { try file.close() }

    /// Reads the list.
    ///
    /// - Throws: `ValidationError` where `stet-lab newsroom` did not make the folder.
    static func lines(in folder: URL) throws -> [Line] {
        guard let data = FileManager.default.contents(atPath: folder.appending(path: name).path)
        else {
            throw ValidationError("no \(name) in \(folder.path): make it by `stet-lab newsroom`")
        }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t").map(String.init)
            guard parts.count == 3 else { return nil }
            return Line(slug: parts[0], desk: parts[1], isOpen: parts[2] == "open")
        }
    }
}
