// The byte form of a history, version 1 (docs/decisions/0101-encoded-history.md):
//
//     "STPR", version, flags; with flag 1 the text at the frontier as packed text
//     authors, changes, runs: how many; the authors' keys
//     changes: runs, author, sequence number, parents    a column of numbers each
//     runs: kind and length, further length, place       a column each
//     everything ever inserted, as packed text
//     with flag 2, a part of a history: how many parents outside it each change has, and for each
//     of these the author's number and the sequence number    a column each
//
// Numbers are told by what is likely: an author goes on after his last event, a place is where he
// left off, a parent is near. Columns of such small numbers take few bits (NumberColumn.swift).

/// What the encoder and the decoder of a history agree on.
enum EncodedHistory {
    static let magic: [UInt8] = Array("STPR".utf8)
    static let version: UInt8 = 1
    /// The text at the frontier stands in front.
    static let hasSnapshot: UInt8 = 1
    /// The changes are a part of a history, whose past is elsewhere.
    static let isPart: UInt8 = 2
    /// The longest author's key in bytes.
    static let keyLimit = 1 << 10

    /// Kind and length of a run in one byte, as far as the length fits.
    static let lengthsOfKind: UInt32 = 85
}

extension UInt32 {
    /// A signed difference as a small number: 0, -1, 1, -2 become 0, 1, 2, 3, and so on.
    init(zigzag difference: Int) {
        self = UInt32(difference >= 0 ? 2 * difference : -2 * difference - 1)
    }

    /// The signed difference.
    var zigzag: Int { self & 1 == 0 ? Int(self / 2) : -Int(self / 2) - 1 }
}

/// Where each author left off, for guessing where he goes on.
struct Cursors {
    private var places: [UInt32] = []

    /// Where an author is likely to go on.
    func place(of author: UInt32) -> UInt32 {
        Int(author) < places.count ? places[Int(author)] : 0
    }

    /// Notes what an author did.
    mutating func note(_ kind: Runs.Kind, count: UInt32, at place: UInt32, by author: UInt32) {
        while places.count <= Int(author) { places.append(0) }
        switch kind {
        case .insert: places[Int(author)] = place + count
        case .delete: places[Int(author)] = place
        case .backspace: places[Int(author)] = place + 1 - count
        }
    }
}
