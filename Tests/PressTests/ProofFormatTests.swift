import Ledger
import Newsroom
import Press
import Testing

struct `The public log` {
    /// RFC 6962, 2.1, written the slow and obvious way.
    private func root(_ leaves: ArraySlice<Bytes32>) -> Bytes32 {
        guard leaves.count > 1, let first = leaves.indices.first else {
            return leaves.first ?? digest([])
        }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        let (left, right) = (root(leaves[..<(first + half)]), root(leaves[(first + half)...]))
        return digest([1] + left.bytes + right.bytes)
    }

    @Test(arguments: [0, 1, 2, 3, 5, 8, 255, 256, 257, 511, 600])
    func `has the root and the tiles of the plain recursion`(count: Int) {
        let texts = (0..<count).map { Array("receipt \($0)".utf8) }
        let leaves = texts.map { ReceiptTree.leaf($0) }
        var tree = ReceiptTree()
        for text in texts { tree.append(text) }
        #expect(tree.root == root(leaves[...]))
        for place in tree.tilePlaces where place.level == 0 {
            let hashes = leaves.dropFirst(256 * place.place).prefix(256).flatMap(\.bytes)
            #expect(tree.tile(level: 0, place: place.place) == hashes)
        }
        guard count >= 256 else { return }
        #expect(Array(tree.tile(level: 1, place: 0).prefix(32)) == root(leaves[..<256]).bytes)
    }

    @Test func `writes times with the offset that the zone had`() throws {
        let text = "2026-03-29T03:00:00+02:00"
        let time = try #require(WrittenTime(text))
        #expect(time.description == text)
        #expect(time.moment == Moment(milliseconds: 1_774_746_000_000))
        #expect(time.mail == "Sun, 29 Mar 2026 03:00:00 +0200")
        for bad in [
            "2026-13-29T03:00:00+02:00", "2026-03-29T03:00:00Z", "2026-02-30T00:00:00+00:00",
        ] {
            #expect(WrittenTime(bad) == nil, "\(bad)")
        }
    }
}
