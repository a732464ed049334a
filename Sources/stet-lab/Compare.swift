import ArgumentParser
import Foundation
import Prose

/// Measures telling two texts apart.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare two texts by words and moved paragraphs, and tell how long that took."
    )

    @Argument(help: "The old text, in UTF-8.")
    var old: String

    @Argument(help: "The new text, in UTF-8.")
    var new: String

    @Option(name: .customLong("repeat"), help: "How many runs to measure.")
    var count = 1

    func validate() throws {
        guard count > 0 else { throw ValidationError("--repeat takes 1 and more") }
    }

    func run() throws {
        let (before, after) = (try text(of: old), try text(of: new))
        let timings = Timings(repeating: count) { difference(from: before, to: after) }
        let pieces = difference(from: before, to: after)
        try printLine(Report(pieces: pieces.count, medianMilliseconds: timings.medianMilliseconds))
    }

    private func text(of file: String) throws -> String {
        guard
            let text = String(validating: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
        else { throw ValidationError("\(file) is not UTF-8") }
        return text
    }

    private struct Report: Encodable {
        let pieces: Int
        let medianMilliseconds: Double
    }
}
