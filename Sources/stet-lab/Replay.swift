import ArgumentParser
import Foundation
import Prose

/// Replays a recorded editing session and tells what it took.
struct Replay: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Replay an editing trace: time, bytes, memory, and whether the text is right."
    )

    @Argument(help: "The trace: JSON, gzipped or plain.")
    var file: String

    @Option(name: .customLong("repeat"), help: "How often to measure; medians are printed.")
    var count = 1

    @Option(help: "Write the encoded history there and measure nothing.")
    var encode: String?

    @Flag(help: "Store the text in front of the encoded history, for `open`.")
    var withText = false

    @Flag(help: "Print one line of JSON.")
    var json = false

    func validate() throws {
        guard count > 0 else { throw ValidationError("--repeat takes 1 and more") }
    }

    func run() throws {
        let trace = try Trace.read(file)
        if let encode {
            let bytes = try trace.graph().encoded(withText: withText)
            return try Data(bytes).write(to: URL(filePath: encode))
        }
        let report = try ReplayReport(of: trace, repeating: count)
        if json { try printLine(report) } else { print(report) }
        if !report.isRight { throw ExitCode.failure }
    }
}

/// What replaying a trace took.
private struct ReplayReport: Encodable, CustomStringConvertible {
    let events: Int
    /// From encoded bytes in memory to the text.
    let mergeMilliseconds: Double
    /// From the recorded edits to the text.
    let buildAndMergeMilliseconds: Double
    /// One recorded patch after the other; nil where they were concurrent.
    let localEditsPerSecond: Double?
    let encodedBytes: Int
    /// Memory above an empty process.
    let memory: Weight
    let isRight: Bool

    init(of trace: Trace, repeating count: Int) throws {
        let graph = try trace.graph()
        let bytes = graph.encoded()
        events = graph.count
        encodedBytes = bytes.count
        mergeMilliseconds = try Timings(repeating: count, warmingUp: 1) {
            try EventGraph.merged(encoded: bytes).text
        }.medianMilliseconds
        buildAndMergeMilliseconds = try Timings(repeating: min(count, 3)) {
            let graph = try trace.graph()
            return graph.text(at: graph.frontier)
        }.medianMilliseconds
        localEditsPerSecond = try ReplayReport.localEdits(of: trace, repeating: count)
        memory = try Weight.ofMerging(graph)
        let text = try EventGraph.merged(encoded: bytes).text
        isRight = text.utf8.elementsEqual(trace.endContent.utf8)
    }

    /// How many edits a second a manuscript takes.
    private static func localEdits(of trace: Trace, repeating count: Int) throws -> Double? {
        guard trace.isSequential else { return nil }
        let edits = trace.edits
        let timings = try Timings(repeating: count, warmingUp: 1) {
            var manuscript = Manuscript(trace.startContent ?? "")
            for edit in edits {
                switch edit {
                case .insert(let text, let place): try manuscript.insert(text, at: place)
                case .delete(let count, let place): try manuscript.delete(count, at: place)
                }
            }
            return manuscript.rope.scalarCount
        }
        return Double(edits.count) / timings.medianMilliseconds * 1e3
    }

    var description: String {
        """
        events         \(events)
        merge          \(mergeMilliseconds) ms
        build, merge   \(buildAndMergeMilliseconds) ms
        local editing  \(localEditsPerSecond.map { "\(Int($0)) edits a second" } ?? "-")
        encoded        \(encodedBytes) bytes
        memory         \(memory.peakBytes) bytes at peak, \(memory.restBytes) at rest
        text           \(isRight ? "as recorded" : "DIFFERS")
        """
    }
}
