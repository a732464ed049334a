import ArgumentParser
import Foundation
import Prose

/// A recorded editing session (josephg/editing-traces): who typed what, knowing of what.
struct Trace: Decodable {
    /// Edits of one author on one version of the text.
    struct Transaction: Decodable {
        /// The transactions it follows; nil for the one before.
        let parents: [Int]?
        let agent: Int?
        let patches: [Patch]
    }

    let startContent: String?
    let endContent: String
    let txns: [Transaction]

    /// Reads a trace, gzipped or plain.
    static func read(_ file: String) throws -> Trace {
        let trace = try JSONDecoder().decode(Trace.self, from: GzipFile(file).contents())
        guard !trace.txns.isEmpty else { throw ValidationError("\(file) holds no transactions") }
        return trace
    }

    /// Every edit, one after the other, as if there were one author.
    var edits: [Edit] { txns.flatMap { $0.patches.flatMap(\.edits) } }

    /// Whether each transaction follows the one before it.
    var isSequential: Bool {
        txns.indices.allSatisfy { index in
            guard let parents = txns[index].parents else { return true }
            return parents == (index == 0 ? [] : [index - 1])
        }
    }

    /// The history, with the true concurrency.
    func graph() throws -> EventGraph {
        var builder = HistoryBuilder()
        var ends: [Frontier] = []
        let start = startContent.map { $0.isEmpty ? [] : [Edit.insert($0, at: 0)] } ?? []
        for (index, transaction) in txns.enumerated() {
            let parents = transaction.parents ?? (index == 0 ? [] : [index - 1])
            let heads = Frontier(parents.flatMap { ends[$0].heads })
            let edits = (index == 0 ? start : []) + transaction.patches.flatMap(\.edits)
            let events = try builder.append(
                edits,
                parents: heads,
                author: AuthorKey(key(of: transaction.agent ?? 0))
            )
            ends.append(events.isEmpty ? heads : [events.upperBound - 1])
        }
        return builder.graph
    }

    /// An agent's number as four bytes, so that keys stand in the order of the numbers.
    private func key(of agent: Int) -> [UInt8] {
        (0..<4).reversed().map { UInt8(truncatingIfNeeded: agent >> ($0 * 8)) }
    }
}

/// A stroke as recorded: place, count to delete, text to insert.
struct Patch: Decodable {
    /// First the delete, then the insert, as far as there are any.
    let edits: [Edit]

    init(from decoder: any Decoder) throws {
        var fields = try decoder.unkeyedContainer()
        let place = try fields.decode(Int.self)
        let count = try fields.decode(Int.self)
        let text = try fields.decode(String.self)
        let deletion = count > 0 ? [Edit.delete(count: count, at: place)] : []
        edits = deletion + (text.isEmpty ? [] : [.insert(text, at: place)])
    }
}
