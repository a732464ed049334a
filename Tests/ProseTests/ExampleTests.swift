import Foundation
import Prose
import Testing

struct `The example of the documentation` {
    @Test func `does what it says`() throws {
        let (ana, bo) = (AuthorKey("ana".utf8), AuthorKey("bo".utf8))
        var mine = EventGraph()
        try mine.append([.insert("The boat is late.", at: 0)], parents: [], author: ana)
        var yours = EventGraph()
        try yours.merge(encoded: mine.encoded(since: []))
        let shared = mine.names(of: mine.frontier)
        try mine.append([.insert("old ", at: 4)], parents: mine.frontier, author: ana)
        try yours.append([.delete(count: 5, at: 11)], parents: yours.frontier, author: bo)
        try mine.merge(encoded: yours.encoded(since: yours.version(of: shared)))
        let text = mine.text(at: mine.frontier)  // The old boat is.
        #expect(text == "The old boat is.")
    }

    @Test func `is the one above`() throws {
        let here = URL(filePath: #filePath)
        let page = here.deletingLastPathComponent()
            .appending(path: "../../Sources/Prose/Prose.docc/Prose.md")
        let blocks = try String(contentsOf: page, encoding: .utf8).split(separator: "```")
        let example = try #require(blocks.first { $0.hasPrefix("swift\n") })
        let lines = example.split(separator: "\n").dropFirst()
        let code = try String(contentsOf: here, encoding: .utf8)
        #expect(lines.count == 10)
        for line in lines { #expect(code.contains("        \(line)\n"), "\(line)") }
    }
}
