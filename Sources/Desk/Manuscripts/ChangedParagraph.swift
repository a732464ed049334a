import Prose

/// A paragraph of either text, or of both.
struct ChangedParagraph {
    /// Its number in the old text, as far as it stands there.
    var old: Int
    /// Its number in the new text, as far as it stands there.
    var new: Int
    /// What was kept, removed and added, in order.
    var pieces: [DifferencePiece] = []

    /// Whether the two texts differ in it.
    var isChanged: Bool { pieces.contains { $0.kind != .kept } }
    /// Whether only the old text has it.
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

    /// The paragraph with its changes in one line.
    func line(_ places: MovedPlaces) -> StyledText {
        let number = isGone ? nil : new
        guard pieces.count == 1, let moved = places.words(for: pieces[0]) else {
            return StyledText(paragraph: number, StyledText(changes: pieces))
        }
        let text =
            isGone
            ? StyledText(moved, .removed)
            : StyledText("\(moved): ", .added) + StyledText(pieces[0].text)
        return StyledText(paragraph: number, text)
    }
}

/// The numbers of the paragraphs that moved, where they were and where they are.
struct MovedPlaces {
    /// Where each stood, by the number of its move.
    private var away: [Int: Int] = [:]
    /// Where each stands now.
    private var here: [Int: Int] = [:]

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

extension MovedPlaces {
    /// "moved to 4" or "moved from 2"; nil for a piece that did not move.
    func words(for piece: DifferencePiece) -> String? {
        switch piece {
        case .movedAway(_, let move): here[move].map { "moved to \($0)" } ?? "moved"
        case .movedHere(_, let move): away[move].map { "moved from \($0)" } ?? "moved"
        case .kept, .removed, .added: nil
        }
    }
}

extension DifferencePiece {
    /// Which of the two texts a piece is part of.
    enum Kind { case kept, removed, added }

    /// Which of the two texts it is part of.
    var kind: Kind {
        switch self {
        case .kept: .kept
        case .removed, .movedAway: .removed
        case .added, .movedHere: .added
        }
    }

    /// Its words.
    var text: String {
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
