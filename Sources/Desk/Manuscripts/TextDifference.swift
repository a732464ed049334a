import Newsroom
import Prose

extension [TextEdit] {
    /// The edits that lead from one text to another, word by word, so that they merge well.
    init(from old: String, to new: String) {
        self = edits(from: old, to: new).map { edit in
            switch edit {
            case .insert(let text, let place): .insert(text, at: place)
            case .delete(let count, let place): .delete(count, at: place)
            }
        }
    }
}

/// What changed between two texts, paragraph by paragraph, as an editor reads it.
struct ParagraphChanges {
    /// The changed paragraphs in words, with their numbers in the new text.
    let lines: [StyledText]

    init(from old: String, to new: String) {
        let pieces = difference(from: Paragraphs(old).joined, to: Paragraphs(new).joined)
        let paragraphs = ChangedParagraph.cut(pieces)
        let places = MovedPlaces(of: paragraphs)
        lines = paragraphs.filter(\.isChanged).map { $0.line(places) }
    }
}

/// A paragraph of either text, or of both.
private struct ChangedParagraph {
    /// Its number in the old text, as far as it stands there.
    var old: Int
    /// Its number in the new text, as far as it stands there.
    var new: Int
    var pieces: [DifferencePiece] = []

    var isChanged: Bool { pieces.contains { $0.kind != .kept } }
    var isGone: Bool { pieces.allSatisfy { $0.kind == .removed } }

    /// Cuts pieces where paragraphs end in either text.
    static func cut(_ pieces: [DifferencePiece]) -> [ChangedParagraph] {
        var paragraphs = [ChangedParagraph(old: 1, new: 1)]
        for piece in pieces {
            let parts = piece.text.split(separator: "\n\n", omittingEmptySubsequences: false)
            for (place, part) in parts.enumerated() {
                var last = paragraphs[paragraphs.count - 1]
                if place > 0 {
                    last.pieces = []
                    if piece.kind != .added { last.old += 1 }
                    if piece.kind != .removed { last.new += 1 }
                    paragraphs.append(last)
                }
                guard !part.isEmpty else { continue }
                paragraphs[paragraphs.count - 1].pieces.append(piece.with(String(part)))
            }
        }
        return paragraphs.filter { !$0.pieces.isEmpty }
    }

    func line(_ places: MovedPlaces) -> StyledText {
        let number = isGone ? nil : new
        switch pieces[0] {
        case .movedAway(_, let move) where pieces.count == 1:
            let target = places.here[move].map { "moved to \($0)" } ?? "moved"
            return StyledText(paragraph: number, StyledText(target, .removed))
        case .movedHere(let text, let move) where pieces.count == 1:
            let source = places.away[move].map { "moved from \($0): " } ?? "moved: "
            return StyledText(paragraph: number, StyledText(source, .added) + StyledText(text))
        default: return StyledText(paragraph: number, StyledText(changes: pieces))
        }
    }
}

/// The numbers of the paragraphs that moved, where they were and where they are.
private struct MovedPlaces {
    private(set) var away: [Int: Int] = [:]
    private(set) var here: [Int: Int] = [:]

    init(of paragraphs: [ChangedParagraph]) {
        for paragraph in paragraphs {
            for piece in paragraph.pieces {
                switch piece {
                case .movedAway(_, let move): away[move] = paragraph.old
                case .movedHere(_, let move): here[move] = paragraph.new
                default: break
                }
            }
        }
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

extension DifferencePiece {
    /// Which of the two texts a piece is part of.
    fileprivate enum Kind { case kept, removed, added }

    fileprivate var kind: Kind {
        switch self {
        case .kept: .kept
        case .removed, .movedAway: .removed
        case .added, .movedHere: .added
        }
    }

    fileprivate var text: String {
        switch self {
        case .kept(let text), .removed(let text), .added(let text), .movedAway(let text, _),
            .movedHere(let text, _):
            text
        }
    }

    /// A piece of the same kind.
    fileprivate func with(_ text: String) -> DifferencePiece {
        switch self {
        case .kept: .kept(text)
        case .removed: .removed(text)
        case .added: .added(text)
        case .movedAway(_, let number): .movedAway(text, number: number)
        case .movedHere(_, let number): .movedHere(text, number: number)
        }
    }
}

extension Paragraphs {
    /// The paragraphs with just two line feeds between them and nothing around them.
    fileprivate var joined: String { ranges.map { body[$0] }.joined(separator: "\n\n") }

    /// The text of the paragraph at a place from 0.
    func text(at place: Int) -> Substring { body[ranges[place]] }
}
