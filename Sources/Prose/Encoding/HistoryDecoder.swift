// Reads the columns of a history. Counts are believed as far as the bytes could hold so many; every
// number is checked before it is used; places are checked when the history is replayed.

/// A history being read.
struct HistoryDecoder {
    private var graph = EventGraph()
    private var authorCount = 0
    private var changeCount = 0
    private var runCount = 0
    private var mayRepeat = false

    /// Reads the next bytes as a history, whose places are yet to be checked.
    static func decode(_ reader: inout ByteReader) throws(EncodingError) -> EventGraph {
        var decoder = HistoryDecoder()
        try decoder.readCounts(&reader)
        try decoder.readAuthors(&reader)
        try decoder.readColumns(&reader)
        return decoder.graph
    }

    private mutating func readCounts(_ reader: inout ByteReader) throws(EncodingError) {
        let limit = Limits.rows(in: reader.bytes.count)
        authorCount = try reader.readNumber(upTo: reader.bytes.count)
        changeCount = try reader.readNumber(upTo: limit)
        runCount = try reader.readNumber(upTo: limit)
    }

    private mutating func readAuthors(_ reader: inout ByteReader) throws(EncodingError) {
        for number in 0..<authorCount {
            let place = reader.place
            let key = try reader.skip(try reader.readNumber(upTo: EncodedHistory.keyLimit))
            guard graph.authors.add(AuthorKey(reader.bytes[key])) == number else {
                throw .nonsense(at: place, what: "an author who was named before")
            }
        }
    }

    private mutating func readColumns(_ reader: inout ByteReader) throws(EncodingError) {
        let runCounts = try column(of: changeCount, &reader)
        let names = try column(of: changeCount, &reader)
        let sequences = try column(of: changeCount, &reader)
        let parentCounts = try column(of: changeCount, &reader)
        let parentLimit = Limits.rows(in: reader.bytes.count)
        let distances = try reader.readNumbers(upTo: parentLimit)
        let offsets = try column(of: distances.count, &reader)
        var strokes = try StrokeDecoder(runs: runCount, &reader)
        var parents = ParentDecoder(distances: distances, offsets: offsets)
        graph.changes.reserve(changeCount, parents: distances.count)
        graph.runs.reserve(runCount)
        for index in 0..<changeCount {
            let place = reader.place
            let author = try author(named: names[index], at: place)
            let start = graph.runs.eventCount
            try parents.add(parentCounts[index], before: start, to: &graph.changes, at: place)
            let firstRun = graph.runs.count
            try strokes.add(Int(runCounts[index]), by: author, to: &graph.runs, at: place)
            guard graph.runs.eventCount > start else {
                throw .nonsense(at: place, what: "a change of nothing")
            }
            let step = sequences[index].zigzag
            mayRepeat = mayRepeat || step < 0
            let sequence = Int(graph.authors.nextSequences[Int(author)]) + step
            guard (0...Limits.events).contains(sequence) else {
                throw .nonsense(at: place, what: "a sequence number beyond its limit")
            }
            let events = graph.runs.eventCount - start
            graph.changes.append(
                start: start,
                firstRun: firstRun,
                author: author,
                sequence: UInt32(sequence)
            )
            graph.authors.advance(author, to: UInt32(sequence) + events)
        }
        guard strokes.isAtEnd, parents.isAtEnd else {
            throw .nonsense(at: reader.place, what: "runs or parents of no change")
        }
        // An author whose numbers only rise cannot name two events alike.
        if mayRepeat, SequenceIndex(of: graph).hasDuplicates {
            throw .nonsense(at: reader.place, what: "two events of one name")
        }
        try readText(&reader)
    }

    private func column(of count: Int, _ reader: inout ByteReader) throws(EncodingError) -> [UInt32]
    {
        let place = reader.place
        let numbers = try reader.readNumbers(upTo: count)
        guard numbers.count == count else {
            throw .nonsense(at: place, what: "a column of \(numbers.count), not \(count)")
        }
        return numbers
    }

    private var newest: UInt32 = 0

    private mutating func author(named name: UInt32, at place: Int) throws(EncodingError) -> UInt32
    {
        guard name <= newest, newest - name < authorCount else {
            throw .nonsense(at: place, what: "an author without a key")
        }
        let author = newest - name
        newest = max(newest, author + 1)
        return author
    }

    private mutating func readText(_ reader: inout ByteReader) throws(EncodingError) {
        let place = reader.place
        let bytes = try reader.readText(upTo: Limits.expansion(of: reader.bytes.count))
        guard let text = InsertedText(checking: bytes) else {
            throw .nonsense(at: place, what: "text that is not UTF-8")
        }
        guard text.scalarCount == Int(graph.runs.insertCount) else {
            throw .nonsense(at: place, what: "text of another length than the inserts")
        }
        graph.text = text
    }
}

/// The runs being read.
private struct StrokeDecoder {
    private let heads: [UInt8]
    private let lengths: [UInt32]
    private let places: [UInt32]
    private var next = 0
    private var nextLength = 0
    private var cursors = Cursors()

    init(runs count: Int, _ reader: inout ByteReader) throws(EncodingError) {
        let place = reader.place
        heads = try reader.readColumn(upTo: count)
        lengths = try reader.readNumbers(upTo: count)
        places = try reader.readNumbers(upTo: count)
        guard heads.count == count, places.count == count, heads.allSatisfy({ $0 < 255 }) else {
            throw .nonsense(at: place, what: "runs without kind or place")
        }
    }

    var isAtEnd: Bool { next == heads.count && nextLength == lengths.count }

    mutating func add(
        _ count: Int,
        by author: UInt32,
        to runs: inout Runs,
        at position: Int
    ) throws(EncodingError) {
        guard count <= heads.count - next else {
            throw .nonsense(at: position, what: "more runs than there are")
        }
        for index in next..<(next + count) {
            let limit = EncodedHistory.lengthsOfKind
            guard let kind = Runs.Kind(rawValue: heads[index] / UInt8(limit)) else {
                throw .nonsense(at: position, what: "a run of no kind")
            }
            var length = UInt32(heads[index]) % limit + 1
            if length == limit {
                guard nextLength < lengths.count, lengths[nextLength] < Limits.events else {
                    throw .nonsense(at: position, what: "a run without a length")
                }
                length += lengths[nextLength]
                nextLength += 1
            }
            let place = Int(cursors.place(of: author)) + places[index].zigzag
            let least = kind == .backspace ? Int(length) - 1 : 0
            guard (least...Limits.events).contains(place),
                Int(runs.eventCount) + Int(length) <= Limits.events
            else {
                throw .nonsense(at: position, what: "a run beyond all limits")
            }
            runs.append(kind, count: length, at: UInt32(place), joins: false)
            cursors.note(kind, count: length, at: UInt32(place), by: author)
        }
        next += count
    }
}

/// The parents being read.
private struct ParentDecoder {
    let distances: [UInt32]
    let offsets: [UInt32]
    private var used = 0

    init(distances: [UInt32], offsets: [UInt32]) {
        (self.distances, self.offsets) = (distances, offsets)
    }

    var isAtEnd: Bool { used == distances.count }

    /// Adds the parents of the change that begins at `start`.
    mutating func add(
        _ count: UInt32,
        before start: UInt32,
        to changes: inout Changes,
        at place: Int
    ) throws(EncodingError) {
        if count == 0, start > 0 { return changes.append(parent: start - 1) }
        guard count > 0, Int(count) - 1 <= distances.count - used else {
            throw .nonsense(at: place, what: "parents that are not there")
        }
        var least: UInt32 = 0
        for index in used..<(used + Int(count) - 1) {
            let change = changes.count - 1 - Int(distances[index])
            guard change >= 0 else { throw .nonsense(at: place, what: "a parent before the start") }
            let end = change + 1 < changes.count ? changes.starts[change + 1] : start
            guard offsets[index] < end - changes.starts[change] else {
                throw .nonsense(at: place, what: "a parent beyond its change")
            }
            let parent = end - 1 - offsets[index]
            guard parent >= least else {
                throw .nonsense(at: place, what: "parents out of order")
            }
            changes.append(parent: parent)
            least = parent + 1
        }
        used += Int(count) - 1
    }
}
