// Overlaps: where two people changed one sentence without knowing of each other (newsroom.md 8,
// K02). The merged text keeps both; a person has to look.
//
// Idea: replay with everything deleted kept in place, note for each sentence which changes touch
// it, and look at the pairs among these. History that nobody forked has none, which is seen at
// once. Cost: that of a merge without forgetting, and for k changes that touch one sentence k
// walks back to where nothing is concurrent any more.

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
            past.openPairs(among: changes, of: self).compactMap { first, second in
                let (first, second) = (range(ofChange: first), range(ofChange: second))
                guard !isSettled(first, second) else { return nil }
                let text = touches.text(of: sentence)
                return Overlap(first: first, second: second, sentence: sentence, text: text)
            }
        }
    }

    /// The events of a change, as callers count them.
    func range(ofChange index: Int) -> Range<EventIndex> {
        let events = events(ofChange: index)
        return Int(events.lowerBound)..<Int(events.upperBound)
    }
}
