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

    /// The inserts that make up a sentence, with what is gone among them and beside it.
    func place(of sentence: Range<Int>) -> [Range<UInt32>] {
        var (offset, found): (Int, [Range<UInt32>]) = (0, [])
        for stretch in tombstones.stretches {
            let (count, first) = (stretch.inserts.count, stretch.inserts.lowerBound)
            guard stretch.isVisible else {
                // A gap at either end belongs to the sentence.
                if !stretch.isSetAside, (sentence.lowerBound...sentence.upperBound).contains(offset)
                {
                    found.append(stretch.inserts)
                }
                continue
            }
            let shared = (offset..<(offset + count)).clamped(to: sentence)
            if !shared.isEmpty {
                let start = first + UInt32(shared.lowerBound - offset)
                found.append(start..<(start + UInt32(shared.count)))
            }
            offset += count
        }
        return found
    }

    /// What a version showed of some inserts, without the space around it.
    func text(of inserts: [Range<UInt32>], in version: (_ event: UInt32) -> Bool) -> String {
        var shown = String.UnicodeScalarView()
        for range in inserts {
            // A deletion is known by the first scalar of what has one fate.
            let deleters = tombstones.deleters[range.lowerBound] ?? []
            guard !deleters.contains(where: version) else { continue }
            for insert in range where version(graph.runs.event(inserting: insert)) {
                shown.append(contentsOf: graph.text.text(of: insert..<(insert + 1)).unicodeScalars)
            }
        }
        return String(shown.trimmed)
    }
}

extension String.UnicodeScalarView {
    /// The scalars without blanks at either end.
    fileprivate var trimmed: SubSequence {
        var rest = self[...]
        while let first = rest.first, first.isBlank { rest.removeFirst() }
        while let last = rest.last, last.isBlank { rest.removeLast() }
        return rest
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
                for event in tombstones.deleters[stretch.inserts.lowerBound] ?? [] {
                    let deleter = graph.changes.index(of: event)
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
