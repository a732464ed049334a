import Foundation
import TestSupport
import Testing

/// The short form of `tools/simulate hub`.
@Suite(.timeLimit(.minutes(5)))
struct `A storm over editors and hubs` {
    @Test func `loses no word, and leaves equal copies behind`() async throws {
        let folder = try TemporaryFolder()
        let seed = UInt64.random(in: 1...1_000_000)
        let outcome = try await Program(in: folder.url).runLab([
            "storm", "--seed", "\(seed)", "--cuts", "30", "--kills", "6", "--seconds", "100",
        ])
        #expect(outcome.exitCode == 0, "seed \(seed): \(outcome.output)\(outcome.complaints)")
        #expect(outcome.output.contains("\"same\":true,\"wrongWords\":0"), "\(outcome.output)")
    }
}
