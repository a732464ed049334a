import Newsroom
import Prose

/// A stretch of words that two texts share, or that one of them lacks.
typealias Change = WordPiece

extension [TextEdit] {
    /// The edits that lead from one text to another, word by word, so that they merge well.
    init(from old: String, to new: String) {
        var place = 0
        self = wordDifference(from: old, to: new).flatMap { piece -> [TextEdit] in
            switch piece {
            case .kept(let text):
                place += text.unicodeScalars.count
                return []
            case .removed(let text):
                return [.delete(text.unicodeScalars.count, at: place)]
            case .added(let text):
                defer { place += text.unicodeScalars.count }
                return [.insert(text, at: place)]
            }
        }
    }
}

/// What changed between two texts, paragraph by paragraph, as an editor reads it.
struct ParagraphChanges {
    /// The changed paragraphs in words, with the number of the first in the new text.
    let lines: [StyledText]

    init(from old: String, to new: String) {
        let (before, after) = (Paragraphs(old), Paragraphs(new))
        let (olds, news) = (before.texts, after.texts)
        let shared = Swift.min(olds.count, news.count)
        let head = (0..<shared).first { olds[$0] != news[$0] } ?? shared
        let tail =
            (0..<(shared - head)).first {
                olds[olds.count - 1 - $0] != news[news.count - 1 - $0]
            } ?? (shared - head)
        let pieces = wordDifference(
            from: olds[head..<(olds.count - tail)].joined(separator: "\n\n"),
            to: news[head..<(news.count - tail)].joined(separator: "\n\n")
        )
        lines = Self.lines(of: pieces, from: head + 1)
    }

    /// Cuts the pieces into numbered paragraphs again.
    private static func lines(of pieces: [Change], from first: Int) -> [StyledText] {
        var number = first
        var lines: [StyledText] = []
        for paragraph in paragraphs(of: pieces) {
            let isGone = paragraph.allSatisfy { if case .removed = $0 { true } else { false } }
            lines.append(
                StyledText(paragraph: isGone ? nil : number, StyledText(changes: paragraph))
            )
            if !isGone { number += 1 }
        }
        return lines
    }

    private static func paragraphs(of pieces: [Change]) -> [[Change]] {
        var paragraphs: [[Change]] = [[]]
        for piece in pieces {
            let (text, make) = piece.parts
            // The texts were joined with just this, and no paragraph holds it.
            let parts = text.split(separator: "\n\n", omittingEmptySubsequences: false)
            for (place, part) in parts.enumerated() {
                if place > 0 { paragraphs.append([]) }
                if !part.isEmpty { paragraphs[paragraphs.count - 1].append(make(String(part))) }
            }
        }
        return paragraphs.filter { !$0.isEmpty }
    }
}

extension StyledText {
    /// A paragraph behind its number, or behind a dash where it is gone.
    init(paragraph number: Int?, _ text: StyledText) {
        let label = number.map { "\($0)" } ?? "-"
        let blanks = String(repeating: " ", count: Swift.max(0, 5 - label.count))
        self = (StyledText("\(blanks)\(label)  ", .quiet) + text).indented(by: 7)
    }
}

extension Change {
    /// The text, and how to make a change of the same kind.
    fileprivate var parts: (String, (String) -> Change) {
        switch self {
        case .kept(let text): (text, Change.kept)
        case .removed(let text): (text, Change.removed)
        case .added(let text): (text, Change.added)
        }
    }
}

extension Paragraphs {
    /// The text of each paragraph.
    fileprivate var texts: [Substring] { ranges.map { body[$0] } }

    /// The text of the paragraph at a place from 0.
    func text(at place: Int) -> Substring { body[ranges[place]] }
}
