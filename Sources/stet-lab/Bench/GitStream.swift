import ArgumentParser
import Foundation

/// The same revisions as a stream for `git fast-import`: one unsigned commit each.
struct GitStream {
    private let file: FileHandle
    private var mark = 0

    init(_ url: URL) throws {
        guard FileManager.default.createFile(atPath: url.path, contents: nil),
            let file = FileHandle(forWritingAtPath: url.path)
        else { throw ValidationError("\(url.path) cannot be written") }
        self.file = file
    }

    mutating func commit(_ name: String, _ text: String) throws {
        mark += 1
        let author = "Ana Ruiz <ana@gazette.example> \(1_777_626_000 + mark) +0000"
        let parent = mark == 1 ? "" : "from :\(mark - 1)\n"
        let head = """
            commit refs/heads/main
            mark :\(mark)
            author \(author)
            committer \(author)
            data 8
            revision
            \(parent)M 100644 inline \(name)
            data \(text.utf8.count)

            """
        try file.write(contentsOf: Data((head + text + "\n").utf8))
    }

    func finish() throws { try file.close() }
}
