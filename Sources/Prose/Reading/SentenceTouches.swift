/// Which changes touch which sentence of a merged text.
struct SentenceTouches {
    private let graph: EventGraph
    private var scalars: [Unicode.Scalar] = []
    private var sentences: [Range<Int>] = []
    private var changes: [Set<Int>] = []
    private let tombstones: Tombstones

    /// Merges a version of a graph and notes who touched what.
    init(
        of graph: EventGraph,
        at frontier: Frontier,
        settingAside ranges: [Range<EventIndex>]
    ) {
        self.graph = graph
        tombstones = Tombstones(of: graph, at: frontier, settingAside: ranges)
        for stretch in tombstones.stretches where stretch.isVisible {
            scalars += graph.text.text(of: stretch.inserts).unicodeScalars
        }
        sentences = Prose.sentences(of: scalars)
        changes = Array(repeating: [], count: sentences.count)
        noteAll()
    }

    /// The sentences with the changes that touch them, ascending, by their places in the graph.
    var bySentence: [(Range<Int>, [Int])] {
        zip(sentences, changes).map { ($0, $1.sorted()) }
    }

    /// The text of a sentence.
    func text(of sentence: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[sentence])
        return String(view)
    }
}

extension SentenceTouches {
    private mutating func noteAll() {
        var offset = 0
        for (place, stretch) in tombstones.stretches.enumerated() {
            if stretch.isVisible {
                noteInserts(stretch.inserts, at: offset)
                offset += stretch.inserts.count
            } else {
                for deleter in tombstones.deleters[stretch.inserts.lowerBound] ?? [] {
                    touch(sentence(deletedAt: offset), by: deleter)
                    noteNeighbours(of: place, at: offset, deletedBy: deleter)
                }
            }
        }
    }

    /// A visible scalar touches its sentence, by the change that inserted it.
    private mutating func noteInserts(_ inserts: Range<UInt32>, at offset: Int) {
        var (id, place) = (inserts.lowerBound, offset)
        while id < inserts.upperBound {
            let event = graph.runs.event(inserting: id)
            let run = graph.runs[graph.runs.index(of: event)].events
            let count = Int(min(run.upperBound - event, inserts.upperBound - id))
            let change = graph.changes.index(of: event)
            touchSentences(in: place..<(place + count), by: change)
            (id, place) = (id + UInt32(count), place + count)
        }
    }

    /// A deleter touches the sentences of the visible scalars beside what he deleted.
    private mutating func noteNeighbours(of place: Int, at offset: Int, deletedBy change: Int) {
        let stretches = tombstones.stretches
        if place > 0, stretches[place - 1].isVisible {
            touchSentences(in: (offset - 1)..<offset, by: change)
        }
        if place + 1 < stretches.count, stretches[place + 1].isVisible {
            touchSentences(in: offset..<(offset + 1), by: change)
        }
    }

    private mutating func touchSentences(in range: Range<Int>, by change: Int) {
        var index = lastSentence(startingBefore: range.upperBound) ?? -1
        while index >= 0, sentences[index].upperBound > range.lowerBound {
            let shared = sentences[index].clamped(to: range)
            if scalars[shared].contains(where: { !$0.isBlank }) { changes[index].insert(change) }
            index -= 1
        }
    }

    private mutating func touch(_ sentence: Int?, by change: Int) {
        guard let sentence else { return }
        changes[sentence].insert(change)
    }

    /// The sentence around a gap, or the nearest to its left in the paragraph.
    private func sentence(deletedAt offset: Int) -> Int? {
        guard let index = lastSentence(startingBefore: offset) else { return nil }
        let between = scalars[
            sentences[index].upperBound..<max(offset, sentences[index].upperBound)
        ]
        var feeds = 0
        for scalar in between {
            feeds = scalar == "\n" ? feeds + 1 : 0
            if feeds == 2 { return nil }
        }
        return index
    }

    /// The last sentence that starts before `offset`, in O(log sentences).
    private func lastSentence(startingBefore offset: Int) -> Int? {
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }
}
