import ArgumentParser
import Foundation
import Prose

/// Replays histories and compares the merged texts with those of the reference implementation.
struct Conform: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Merge recorded histories and compare with the texts they must give."
    )

    @Argument(help: "The histories: JSON, gzipped or plain.")
    var file: String

    func run() throws {
        let cases = try JSONDecoder().decode([History].self, from: GzipFile(file).contents())
        guard !cases.isEmpty else { throw ValidationError("\(file) holds no histories") }
        var right = 0
        for (number, history) in cases.enumerated() {
            if try history.isMergedRight() {
                right += 1
            } else {
                print("history \(number) gives another text")
            }
        }
        print("\(right) of \(cases.count)")
        if right < cases.count { throw ExitCode.failure }
    }
}

/// One recorded history and the text that it must give.
private struct History: Decodable {
    struct Transaction: Decodable {
        let span: [Int]
        let parents: [Int]
        let agent: String
        let seqStart: Int
        let ops: [Patch]
    }

    let endContent: String
    let txns: [Transaction]

    func isMergedRight() throws -> Bool {
        var graph = EventGraph()
        for transaction in txns {
            try graph.append(
                transaction.ops.flatMap(\.edits),
                parents: Frontier(transaction.parents),
                author: AuthorKey(transaction.agent.utf8),
                firstSequence: transaction.seqStart
            )
        }
        let text = graph.document(at: graph.frontier).text
        return text.utf8.elementsEqual(endContent.utf8)
    }
}
