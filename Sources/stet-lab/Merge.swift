import ArgumentParser
import Foundation
import Prose
import Signing

/// Measures decoding a history and merging it to its text.
struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Decode a history, merge it to its text, and tell how long that took."
    )

    @OptionGroup var measured: MeasuredRun

    func run() throws {
        try measured.measure { try EventGraph.merged(encoded: $0).text }
    }
}

/// Measures opening a stored history with its text.
struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Open a history that was stored with its text, and tell how long that took."
    )

    @OptionGroup var measured: MeasuredRun

    func run() throws {
        try measured.measure { try StoredText($0).text }
    }
}

/// An act on an encoded history, repeated and measured.
struct MeasuredRun: ParsableArguments {
    @Argument(help: "The history, as `replay --encode` writes it.")
    var file: String

    @Option(name: .customLong("repeat"), help: "How many runs to measure.")
    var count = 1

    @Option(name: .customLong("warm"), help: "How many runs to do before.")
    var warmUp = 0

    func validate() throws {
        guard count > 0, warmUp >= 0 else {
            throw ValidationError("--repeat takes 1 and more, --warm 0 and more")
        }
    }

    /// Prints the times and the digest of the text that the act gives.
    func measure(_ act: ([UInt8]) throws -> String) throws {
        let bytes = Array(try Data(contentsOf: URL(filePath: file)))
        let timings = try Timings(repeating: count, warmingUp: warmUp) { try act(bytes) }
        let digest = sha256(Array(try act(bytes).utf8))
        try printLine(
            MergeReport(
                wall: timings.wall,
                processor: timings.processor,
                sha256: digest.map { hexadecimal($0) }.joined()
            )
        )
    }
}

/// What one measured act prints.
private struct MergeReport: Encodable {
    let wall: [UInt64]
    let processor: [UInt64]
    let sha256: String

    enum CodingKeys: String, CodingKey {
        case wall = "wall_ns"
        case processor = "cpu_ns"
        case sha256
    }
}

/// Prints a value as one line of JSON.
func printLine(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
}

/// Two hexadecimal digits.
private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
}
