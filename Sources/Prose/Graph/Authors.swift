/// The authors of a history, each known by a number in order of appearance.
struct Authors: Sendable {
    /// The keys, by number.
    private(set) var keys: [AuthorKey] = []
    /// For each author the sequence number that follows all of his events so far.
    private(set) var nextSequences: [UInt32] = []
    private var numbers: [AuthorKey: UInt32] = [:]

    /// The number of a known author.
    func number(of key: AuthorKey) -> UInt32? { numbers[key] }

    /// The number of an author, a new one if need be.
    mutating func add(_ key: AuthorKey) -> UInt32 {
        if let known = numbers[key] { return known }
        let new = UInt32(keys.count)
        keys.append(key)
        nextSequences.append(0)
        numbers[key] = new
        return new
    }

    /// Notes that an author has written up to a sequence number.
    mutating func advance(_ author: UInt32, to sequence: UInt32) {
        nextSequences[Int(author)] = Swift.max(nextSequences[Int(author)], sequence)
    }
}
