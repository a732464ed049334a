import Prose

// Overlaps: where two people changed one sentence without knowing of each other (newsroom.md 8,
// K02). The merged text keeps both; a person has to look.
//
// Idea: replay with everything deleted kept in place, note for each sentence which changes touch
// it, and look at the pairs among these. Cost: O(n) for the text, and the square of the number of
// changes that touch one sentence.

/// A sentence that concurrent changes touched, as `Overlap` tells it.
struct NaiveOverlap: Hashable {
    let first: Range<EventIndex>
    let second: Range<EventIndex>
    let sentence: Range<Int>
    let text: String
    let base: String
    let firstText: String
    let secondText: String
}

extension NaiveGraph {
    /// The open overlaps in the text at `frontier`, in the order of the text.
    ///
    /// A pair is closed by a change that has both before it and touches the same sentence, or if
    /// `isSettled` says so of the two changes' events.
    func overlaps(
        at frontier: Frontier,
        settingAside ranges: [Range<EventIndex>] = [],
        isSettled: (Range<EventIndex>, Range<EventIndex>) -> Bool = { _, _ in false }
    ) -> [NaiveOverlap] {
        let state = NaiveMerge(
            replaying: self,
            to: frontier,
            settingAside: ranges,
            keepsDeleted: true
        )
        let touches = NaiveTouches(of: state)
        return touches.bySentence.flatMap { sentence, changes in
            openPairs(among: changes, isSettled: isSettled).map { first, second in
                let (one, other) = (past(first.upperBound - 1), past(second.upperBound - 1))
                return NaiveOverlap(
                    first: first,
                    second: second,
                    sentence: sentence,
                    text: touches.text(of: sentence),
                    base: state.text(of: sentence, in: one.intersection(other)),
                    firstText: state.text(of: sentence, in: one),
                    secondText: state.text(of: sentence, in: other)
                )
            }
        }
    }

    private func openPairs(
        among touching: [Int],
        isSettled: (Range<EventIndex>, Range<EventIndex>) -> Bool
    ) -> [(Range<EventIndex>, Range<EventIndex>)] {
        var pairs: [(Range<EventIndex>, Range<EventIndex>)] = []
        for (place, earlier) in touching.enumerated() {
            for later in touching[(place + 1)...] where !isBefore(earlier, later) {
                let isClosed = touching.contains { third in
                    third > later && isBefore(earlier, third) && isBefore(later, third)
                }
                let events = (changes[earlier].events, changes[later].events)
                if !isClosed, !isSettled(events.0, events.1) { pairs.append(events) }
            }
        }
        return pairs
    }

    /// Whether all of one change is in the past of another, by their places in `changes`.
    private func isBefore(_ earlier: Int, _ later: Int) -> Bool {
        isAncestor(changes[earlier].events.upperBound - 1, of: changes[later].parents)
    }
}

extension NaiveGraph {
    /// An event and all before it.
    fileprivate func past(_ event: EventIndex) -> Set<EventIndex> {
        Set(history(of: [event]).flatMap { Array($0) })
    }
}

extension NaiveMerge {
    /// What a version showed where a sentence is now, with what is gone in it and beside it.
    fileprivate func text(of sentence: Range<Int>, in version: Set<EventIndex>) -> String {
        var deleters: [EventIndex: [EventIndex]] = [:]
        for (delete, target) in targets where !isHidden(delete) {
            deleters[target, default: []].append(delete)
        }
        let visible = Set(visible)
        var (offset, text) = (0, "")
        for event in order {
            let isShown = visible.contains(event)
            let isNear =
                isShown
                ? sentence.contains(offset)
                : (sentence.lowerBound...sentence.upperBound).contains(offset)
            if isShown { offset += 1 }
            guard isNear, version.contains(event), !isHidden(event),
                !(deleters[event] ?? []).contains(where: version.contains)
            else { continue }
            text.unicodeScalars.append(graph.scalars[event] ?? " ")
        }
        var scalars = Array(text.unicodeScalars)
        while let first = scalars.first, first.isBlankScalar { scalars.removeFirst() }
        while let last = scalars.last, last.isBlankScalar { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }
}

/// Which changes touch which sentence of a merged text.
private struct NaiveTouches {
    private let scalars: [Unicode.Scalar]
    private let sentences: [Range<Int>]
    private var changes: [Set<Int>]

    init(of state: NaiveMerge) {
        scalars = state.visible.compactMap { state.graph.scalars[$0] }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        sentences = Prose.sentences(of: String(view))
        changes = Array(repeating: [], count: sentences.count)
        note(state)
    }

    /// The sentences with the changes that touch them, ascending, by their places in the graph.
    var bySentence: [(Range<Int>, [Int])] {
        zip(sentences, changes).map { ($0, $1.sorted()) }
    }

    func text(of sentence: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[sentence])
        return String(view)
    }

    private mutating func note(_ state: NaiveMerge) {
        var deleters: [EventIndex: [EventIndex]] = [:]
        for (delete, target) in state.targets { deleters[target, default: []].append(delete) }
        let visible = Set(state.visible)
        var offset = 0
        for (place, event) in state.order.enumerated() {
            if visible.contains(event) {
                noteInsert(event, at: offset, among: state, place: place, deleters: deleters)
                offset += 1
            }
            for delete in deleters[event] ?? [] where !state.isHidden(delete) {
                touch(sentence(deletedAt: offset), by: delete, in: state.graph)
            }
        }
    }

    /// A visible scalar touches its sentence; so does the deleter of its neighbour, if any.
    private mutating func noteInsert(
        _ event: EventIndex,
        at offset: Int,
        among state: NaiveMerge,
        place: Int,
        deleters: [EventIndex: [EventIndex]]
    ) {
        guard !scalars[offset].isBlankScalar else { return }
        let sentence = sentence(containing: offset)
        touch(sentence, by: event, in: state.graph)
        for neighbour in [place - 1, place + 1] where state.order.indices.contains(neighbour) {
            for delete in deleters[state.order[neighbour]] ?? [] where !state.isHidden(delete) {
                touch(sentence, by: delete, in: state.graph)
            }
        }
    }

    private mutating func touch(_ sentence: Int?, by event: EventIndex, in graph: NaiveGraph) {
        guard let sentence else { return }
        changes[sentence].insert(graph.changeIndex(of: event))
    }

    private func sentence(containing offset: Int) -> Int? {
        guard let index = lastSentence(startingBefore: offset + 1) else { return nil }
        return sentences[index].contains(offset) ? index : nil
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

extension Unicode.Scalar {
    fileprivate var isBlankScalar: Bool { self == " " || self == "\t" || self == "\n" }
}
