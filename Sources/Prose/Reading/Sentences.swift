/// The sentences of a text, as ranges of scalars (newsroom.md 8, K02).
///
/// A paragraph ends at two line feeds. A sentence ends after an end mark and any closing quotes
/// or brackets, before a space, a line feed or the paragraph's end. Space between sentences
/// belongs to none. O(n).
public func sentences(of text: String) -> [Range<Int>] {
    sentences(of: Array(text.unicodeScalars))
}

/// The sentences of a text whose scalars are at hand.
func sentences(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var cutter = SentenceCutter(scalars: scalars)
    return cutter.cut()
}

private let endMarks: Set<Unicode.Scalar> = [".", "!", "?", "…", "。", "！", "？"]
private let closers: Set<Unicode.Scalar> = ["\"", "'", ")", "]", "}", "»", "”", "’"]

extension Unicode.Scalar {
    /// Space, tab or line feed: what belongs to no word and can touch no sentence.
    var isBlank: Bool { self == " " || self == "\t" || self == "\n" }
}

private struct SentenceCutter {
    let scalars: [Unicode.Scalar]
    private var found: [Range<Int>] = []
    private var start: Int?

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    mutating func cut() -> [Range<Int>] {
        var place = 0
        while place < scalars.count {
            if isParagraphEnd(place) {
                close(at: place)
            } else if start == nil, !scalars[place].isBlank {
                start = place
            }
            if start != nil, endMarks.contains(scalars[place]) {
                let after = afterClosers(place + 1)
                if after == scalars.count || scalars[after].isBlank { close(at: after) }
                place = after
            } else {
                place += 1
            }
        }
        close(at: scalars.count)
        return found
    }

    private func isParagraphEnd(_ place: Int) -> Bool {
        scalars[place] == "\n" && place + 1 < scalars.count && scalars[place + 1] == "\n"
    }

    private func afterClosers(_ place: Int) -> Int {
        var place = place
        while place < scalars.count, closers.contains(scalars[place]) { place += 1 }
        return place
    }

    /// Ends the open sentence, without the space before `end`.
    private mutating func close(at end: Int) {
        guard let begin = start else { return }
        var end = end
        while end > begin, scalars[end - 1].isBlank { end -= 1 }
        found.append(begin..<end)
        start = nil
    }
}
