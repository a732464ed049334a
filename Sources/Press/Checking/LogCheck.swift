import Ledger
package import Newsroom
import Signing

// Inclusion in the public log over tiles of 256 hashes (RFC 6962, C2SP tlog-tiles).
//
// Idea: climb through the full tiles above the receipt, each of which has to hold the hash below it
// in its place. Then hash the growing edge of the log from the bottom up to the root: a level's
// last, cut tile together with what the level below carries over. Somewhere on that way the climb
// arrives. Cost: a tile a level twice, so six for a million receipts.

/// The public log's head, as the press signed it.
package struct LogCheck {
    /// The number of receipts.
    package let size: Int
    private let root: String
    private let files: any PublishedFiles

    /// Reads the head; with no key given the tree is checked, but not who vouches for it.
    ///
    /// - Throws: `CheckRefusal` where it is none, or does not carry the press's signature.
    package init(_ files: any PublishedFiles, press: DeviceKey?) async throws(CheckRefusal) {
        let folder = "\(wellKnown)/log"
        let text = try await files.need("\(folder)/checkpoint.txt", limit: CheckLimits.checkpoint)
        let lines = String(decoding: text, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, lines[3].isEmpty, let size = Int(lines[1]), size >= 0 else {
            throw CheckRefusal("bad checkpoint")
        }
        self.size = size
        self.files = files
        root = String(lines[2])
        guard let press else { return }
        let seal = try await files.need("\(folder)/checkpoint.sig", limit: CheckLimits.checkpoint)
        guard isSignature(seal, of: text, by: press.bytes.bytes) else {
            throw CheckRefusal("bad signature on the checkpoint")
        }
    }

    /// Checks that a receipt's text is the leaf of a number.
    ///
    /// - Throws: `CheckRefusal`.
    package func expect(_ text: [UInt8], at number: Int) async throws(CheckRefusal) {
        guard number < size else { throw CheckRefusal("the log ends before receipt \(number)") }
        var (hash, index, count, level) = (ReceiptTree.leaf(text), number, size, 0)
        while index / 256 < count / 256 {
            let tile = try await tile(level: level, place: index / 256, count: 256)
            guard tile[index % 256] == hash else { throw CheckRefusal("NOT in the log") }
            hash = Self.root(of: tile)
            (index, count, level) = (index / 256, count / 256, level + 1)
        }
        try await climbEdge(meeting: hash, at: index, level: level)
    }

    private func climbEdge(
        meeting hash: Bytes32,
        at index: Int,
        level: Int
    ) async throws(CheckRefusal) {
        var carry: Bytes32?
        var isMet = false
        var (count, height) = (size, 0)
        while count > 0 {
            let edge =
                count % 256 == 0
                ? [] : try await tile(level: height, place: count / 256, count: count % 256)
            if height == level, edge.count > index % 256, edge[index % 256] == hash { isMet = true }
            let joined = edge + (carry.map { [$0] } ?? [])
            carry = joined.isEmpty ? nil : Self.root(of: joined)
            (count, height) = (count / 256, height + 1)
        }
        guard isMet else { throw CheckRefusal("NOT in the log") }
        try expectRoot(carry ?? digest([]))
    }

    /// Checks that a tree is the one whose root the press signed.
    func expectRoot(_ found: Bytes32) throws(CheckRefusal) {
        guard found.bytes.base64 == root else {
            throw CheckRefusal("the tiles do not make the checkpoint's root")
        }
    }

    /// The first hashes of a tile.
    private func tile(
        level: Int,
        place: Int,
        count: Int
    ) async throws(CheckRefusal) -> [Bytes32] {
        let path = "\(wellKnown)/log/tiles/\(level)/\(padded(place, to: 6))"
        let bytes = try await files.need(path, limit: CheckLimits.tile)
        guard bytes.count >= count * 32 else { throw CheckRefusal("a tile is short") }
        return (0..<count).compactMap { Bytes32(bytes[($0 * 32)..<($0 * 32 + 32)]) }
    }

    private static func root(of hashes: [Bytes32]) -> Bytes32 {
        var tree = ReceiptTree()
        for hash in hashes { tree.append(leaf: hash) }
        return tree.root
    }
}
