import Prose

/// Two versions of a document in two columns: what was on the left, what is on the right; each
/// paragraph begins at the same height in both.
struct SideBySide {
    /// The old text and the new of one field or paragraph; nothing where a side lacks it.
    private typealias Row = (old: StyledText, new: StyledText)

    private let rows: [Row]

    /// The narrowest column in which words can be read.
    private static let narrowest = 12

    init(_ changes: DocumentChanges) {
        let fields = changes.fields.map { change -> Row in
            let label = StyledText("\(change.field): ", .quiet)
            return (
                old: label + StyledText(changes: change.pieces.filter { $0.kind != .added }),
                new: label + StyledText(changes: change.pieces.filter { $0.kind != .removed })
            )
        }
        let texts = changes.paragraphs
        rows = fields + texts.changed.map { $0.sides(texts.places) }
    }

    /// The lines under two headings, as wide as the page.
    func lines(under old: String, _ new: String, within width: Int) -> [StyledText] {
        let column = max(Self.narrowest, (width - 3) / 2)
        let heads: Row = (StyledText(old, .quiet), StyledText(new, .quiet))
        return ([heads] + rows).flatMap { row in
            let left = row.old.lines(within: column)
            let right = row.new.lines(within: column)
            return (0..<max(left.count, right.count)).map { height in
                let before = left.indices.contains(height) ? left[height] : ""
                let after = right.indices.contains(height) ? right[height] : ""
                return Columns.padded(before, to: column) + StyledText(" | ", .quiet) + after
            }
        }
    }
}

extension ChangedParagraph {
    /// The paragraph as it was and as it is, each behind its number there.
    fileprivate func sides(_ places: MovedPlaces) -> (old: StyledText, new: StyledText) {
        let was = pieces.filter { $0.kind != .added }
        let now = pieces.filter { $0.kind != .removed }
        return (
            old: was.isEmpty ? "" : StyledText(number: old, Self.words(was, places)),
            new: now.isEmpty ? "" : StyledText(number: new, Self.words(now, places))
        )
    }

    /// What one side says; a paragraph that moved says where to or where from.
    private static func words(_ pieces: [DifferencePiece], _ places: MovedPlaces) -> StyledText {
        guard pieces.count == 1, let moved = places.words(for: pieces[0]) else {
            return StyledText(changes: pieces)
        }
        let mark: Mark = pieces[0].kind == .removed ? .removed : .added
        return StyledText("\(moved): ", mark) + StyledText(pieces[0].text)
    }
}

extension StyledText {
    /// A paragraph close behind its number, for a narrow column.
    fileprivate init(number: Int, _ text: StyledText) {
        let label = number < 10 ? " \(number) " : "\(number) "
        self = (StyledText(label, .quiet) + text).indented(by: label.count)
    }
}
