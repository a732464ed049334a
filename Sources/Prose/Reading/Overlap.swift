// Overlaps: where two people changed one sentence without knowing of each other (newsroom.md 8,
// K02). The merged text keeps both; a person has to look.
//
// Idea: replay with everything deleted kept in place, note for each sentence which changes touch
// it, and look at the pairs among these. What stood there before, and what each side made of it, is
// read off the same place of that replay: what was there in the past of both, or of one. History
// that nobody forked has none, which is seen at once. Cost: that of a merge without forgetting, and
// for k changes that touch one sentence k walks into the past.

/// A sentence that concurrent changes touched.
public struct Overlap: Hashable, Sendable {
    /// The two changes, each named by its events; the earlier in arrival first.
    public let first: Range<EventIndex>
    /// The other change.
    public let second: Range<EventIndex>
    /// Where the sentence stands in the merged text, in scalars.
    public let sentence: Range<Int>
    /// The sentence as merged.
    public let text: String
    /// What stood there before both changes.
    public let base: String
    /// What the author of the first change left there.
    public let firstText: String
    /// What the author of the second change left there.
    public let secondText: String
    /// Whether both changed the same words, or put words at one place.
    public let isInSameWords: Bool
}

extension EventGraph {
    /// The open overlaps in the text at `frontier`, in the order of the text.
    ///
    /// A pair is closed by a change that has both before it and touches the same sentence, or if
    /// `isSettled` says so of the two changes' events.
    public func overlaps(
        at frontier: Frontier,
        settingAside ranges: [Range<EventIndex>] = [],
        isSettled: (Range<EventIndex>, Range<EventIndex>) -> Bool = { _, _ in false }
    ) -> [Overlap] {
        let past = Past(of: self)
        guard past.isForked else { return [] }
        let touches = SentenceTouches(of: self, at: frontier, settingAside: ranges)
        return touches.bySentence.flatMap { sentence, changes in
            let open = past.openPairs(among: changes, of: self).filter { first, second in
                !isSettled(range(ofChange: first), range(ofChange: second))
            }
            return open.isEmpty ? [] : overlaps(open, in: sentence, touches)
        }
    }

    /// Open pairs of changes of one sentence, with what it was and became.
    private func overlaps(
        _ pairs: [(Int, Int)],
        in sentence: Range<Int>,
        _ touches: SentenceTouches
    ) -> [Overlap] {
        let place = touches.place(of: sentence)
        var versions: [Int: Version] = [:]
        for change in pairs.flatMap({ [$0.0, $0.1] }) where versions[change] == nil {
            versions[change] = Version(at: range(ofChange: change).upperBound - 1, in: self)
        }
        return pairs.compactMap { first, second in
            guard let one = versions[first], let other = versions[second] else { return nil }
            let base = touches.text(of: place) { one.contains($0) && other.contains($0) }
            let texts = (
                touches.text(of: place, in: one.contains),
                touches.text(of: place, in: other.contains)
            )
            return Overlap(
                first: range(ofChange: first),
                second: range(ofChange: second),
                sentence: sentence,
                text: touches.text(of: sentence),
                base: base,
                firstText: texts.0,
                secondText: texts.1,
                isInSameWords: changesMeet(from: base, to: texts.0, and: texts.1)
            )
        }
    }

    /// The events of a change, as callers count them.
    func range(ofChange index: Int) -> Range<EventIndex> {
        let events = events(ofChange: index)
        return Int(events.lowerBound)..<Int(events.upperBound)
    }
}

/// What is in the past of one event, and it itself, for many questions.
private struct Version {
    private let graph: EventGraph
    /// For each change the end of its events that are part of the version.
    private var ends: [UInt32]

    init(at event: EventIndex, in graph: EventGraph) {
        self.graph = graph
        ends = Array(repeating: 0, count: graph.changes.count)
        let history = History(of: [event], in: graph)
        for index in 0..<history.count(in: graph) {
            let part = history.part(index, in: graph)
            ends[part.change] = part.events.upperBound
        }
    }

    /// Whether an event is part of it, in O(log changes).
    func contains(_ event: UInt32) -> Bool { event < ends[graph.changes.index(of: event)] }
}
