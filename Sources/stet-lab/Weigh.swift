import ArgumentParser
import Foundation
import Prose

/// Memory in use above that of an empty process.
struct Weight: Encodable {
    /// While decoding and merging, the encoded bytes included.
    let peakBytes: Int
    /// Afterwards: the text and what editing it needs.
    let restBytes: Int

    /// Weighs the merge of a history, and its text opened for editing, in processes that start empty.
    static func ofMerging(_ graph: EventGraph) throws -> Weight {
        Weight(
            peakBytes: try weigh(graph.encoded(), "--merging"),
            restBytes: try weigh(Array(graph.text(at: graph.frontier).utf8), "--resting")
        )
    }

    private static func weigh(_ bytes: [UInt8], _ mode: String) throws -> Int {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "stet-lab-\(ProcessInfo.processInfo.processIdentifier)")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["weigh", mode, file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode(Int.self, from: output)
    }
}

/// Tells the memory that a merge takes; meant to be run by `replay`.
struct Weigh: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell the memory that merging an encoded history takes.",
        shouldDisplay: false
    )

    @Argument(help: "A history, as `replay --encode` writes it, or a text.")
    var file: String

    @Flag(help: "Merge the history, or hold the text ready for editing.")
    var mode: Mode

    enum Mode: String, EnumerableFlag {
        case merging
        case resting
    }

    func run() throws {
        // The program's own pages are read when they are first used; they are not the merge's.
        try rehearse()
        let empty = try residentBytes(mode == .merging ? "VmRSS" : "RssAnon")
        // Asks the system to forget the peak of the start (proc(5), clear_refs).
        try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
        switch mode {
        case .merging:
            let length = try EventGraph.merged(encoded: contents()).text.utf8.count
            try report(try residentBytes("VmHWM") - empty, of: length)
        case .resting:
            let manuscript = Manuscript(String(decoding: try contents(), as: UTF8.self))
            try report(try residentBytes("RssAnon") - empty, of: manuscript.rope.utf8Count)
        }
    }

    /// Merges a little of everything.
    private func rehearse() throws {
        var graph = EventGraph()
        for author in [AuthorKey([1]), AuthorKey([2])] {
            var version: Frontier = []
            for number in 0..<50 {
                let edits: [Edit] = [.insert("word \(number)", at: 0), .delete(count: 1, at: 1)]
                let events = try graph.append(edits, parents: version, author: author)
                version = [events.upperBound - 1]
            }
        }
        _ = try EventGraph.merged(encoded: graph.encoded())
    }

    private func contents() throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: file))) }

    /// Prints the weight of a text, which is still there for that.
    private func report(_ bytes: Int, of length: Int) throws {
        guard length >= 0 else { throw ExitCode.failure }
        try printLine(bytes)
    }

    private func residentBytes(_ field: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix(field) }
        let number = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
        guard let number else { throw ValidationError("this system does not tell memory") }
        return number * 1024
    }
}
