/// Who stands first where nothing else decides: the lesser author's key, then the lesser sequence.
struct Ties: ~Copyable {
    /// The first id of each step, ascending.
    private var ids = Slab<UInt32>()
    /// The number of each step's author.
    private var authors = Slab<UInt32>()
    /// The sequence number of each step's first event.
    private var sequences = Slab<UInt32>()

    private var keys: [AuthorKey] = []

    init() {}

    /// Forgets all steps; the next ones are by these authors.
    mutating func reset(_ keys: [AuthorKey]) {
        self.keys = keys
        ids.truncate(to: 0)
        authors.truncate(to: 0)
        sequences.truncate(to: 0)
    }

    /// Learns of authors that have come since.
    mutating func update(_ keys: [AuthorKey]) {
        if keys.count > self.keys.count { self.keys = keys }
    }

    /// Adds the next step.
    mutating func append(firstID: UInt32, author: UInt32, sequence: UInt32) {
        ids.append(firstID)
        authors.append(author)
        sequences.append(sequence)
    }

    /// Whether one scalar stands before another, by their ids.
    func stands(_ first: UInt32, before second: UInt32) -> Bool {
        let (one, other) = (place(of: first), place(of: second))
        let (author, rival) = (authors[one], authors[other])
        guard author == rival else { return keys[Int(author)] < keys[Int(rival)] }
        guard one == other else { return sequences[one] < sequences[other] }
        return first < second
    }

    private func place(of id: UInt32) -> Int {
        var (low, high) = (0, ids.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if ids[middle] <= id { low = middle } else { high = middle }
        }
        return low
    }
}
