import Ledger
package import Newsroom

// The Merkle tree of RFC 6962, 2.1: a leaf is SHA-256(00 ‖ text), a node SHA-256(01 ‖ left ‖ right).
//
// Idea: row k holds the hashes of all complete subtrees of 2^k leaves. A new leaf completes a
// subtree in a row whenever the row below becomes even. The root joins the last hash of each odd
// row, from the bottom up. Cost: O(1) amortized a leaf, O(log n) a root, 64 bytes a leaf.

/// The public log's tree over the texts of all receipts, in order.
package struct ReceiptTree: Sendable {
    private var rows: [[Bytes32]] = [[]]

    /// Starts empty.
    package init() {}

    /// The number of leaves.
    package var count: Int { rows[0].count }

    /// Adds the next receipt's text.
    package mutating func append(_ text: [UInt8]) { append(leaf: Self.leaf(text)) }

    /// Adds the next leaf.
    package mutating func append(leaf: Bytes32) {
        rows[0].append(leaf)
        var row = 0
        while rows[row].count % 2 == 0 {
            let node = Self.node(rows[row][rows[row].count - 2], rows[row][rows[row].count - 1])
            row += 1
            if rows.count == row { rows.append([]) }
            rows[row].append(node)
        }
    }

    /// The hash of the whole tree; that of nothing for no leaves.
    package var root: Bytes32 {
        var root: Bytes32?
        for row in rows where row.count % 2 == 1 {
            guard let last = row.last else { continue }
            root = root.map { Self.node(last, $0) } ?? last
        }
        return root ?? digest([])
    }

    /// The tiles of the log, by level and place (C2SP tlog-tiles).
    package var tilePlaces: [(level: Int, place: Int)] {
        stride(from: 0, to: rows.count, by: 8).flatMap { row in
            stride(from: 0, to: rows[row].count, by: 256).map { (level: row / 8, place: $0 / 256) }
        }
    }

    /// The tiles that the newest leaf is below.
    var lastTiles: [(level: Int, place: Int)] {
        stride(from: 0, to: rows.count, by: 8).compactMap { row -> (level: Int, place: Int)? in
            let count = rows[row].count
            return count == 0 ? nil : (level: row / 8, place: (count - 1) / 256)
        }
    }

    /// A tile: up to 256 hashes of one level.
    package func tile(level: Int, place: Int) -> [UInt8] {
        rows[8 * level].dropFirst(256 * place).prefix(256).flatMap(\.bytes)
    }

    /// The leaf of a receipt's text.
    package static func leaf(_ text: [UInt8]) -> Bytes32 { digest([0] + text) }

    private static func node(_ left: Bytes32, _ right: Bytes32) -> Bytes32 {
        digest([1] + left.bytes + right.bytes)
    }
}
