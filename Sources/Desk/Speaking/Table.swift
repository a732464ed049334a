/// Rows under headings, each column as wide as it needs; the widest gives way on a narrow page.
struct Table {
    private let headings: [String]
    private var rows: [[Cell]] = []

    /// A cell, measured once.
    private struct Cell {
        let text: StyledText
        let columns: Int

        init(_ text: StyledText) {
            self.text = text.harmless
            columns = self.text.columns
        }
    }

    init(_ headings: [String]) { self.headings = headings }

    /// Adds a row with one cell for each heading.
    mutating func add(_ row: [StyledText]) {
        precondition(row.count == headings.count, "a cell for each heading")
        rows.append(row.map { Cell($0) })
    }

    /// The same without the columns in which no row says anything.
    var withoutEmptyColumns: Table {
        let full = headings.indices.filter { place in rows.contains { $0[place].columns > 0 } }
        var table = Table(full.map { headings[$0] })
        table.rows = rows.map { row in full.map { row[$0] } }
        return table
    }

    /// The lines of the table, headings first, within so many columns.
    func lines(within width: Int) -> [StyledText] {
        let widths = widths(within: width)
        let head = headings.map { Cell(StyledText($0, .quiet)) }
        return ([head] + rows).map { row in
            var line = StyledText("")
            for (place, width) in widths.enumerated() {
                let isLast = place == widths.count - 1
                line += fitted(row[place], to: width, isLast ? 0 : 2)
            }
            return line
        }
    }

    /// A cell in its column, cut where it is too wide, and the gap behind it; the last has none.
    private func fitted(_ cell: Cell, to width: Int, _ gap: Int) -> StyledText {
        guard cell.columns <= width else {
            let text = clipped(cell.text, to: width)
            return gap == 0 ? text : Columns.padded(text, to: width + gap)
        }
        guard gap > 0 else { return cell.text }
        let blanks = String(repeating: " ", count: width + gap - cell.columns)
        return cell.text + StyledText(blanks)
    }

    private func widths(within width: Int) -> [Int] {
        var widths = headings.indices.map { place in
            rows.reduce(Columns.width(of: headings[place])) { max($0, $1[place].columns) }
        }
        var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
        while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > 8
        {
            let less = min(excess, max(1, widths[widest] - 8))
            widths[widest] -= less
            excess -= less
        }
        return widths
    }

    private func clipped(_ cell: StyledText, to width: Int) -> StyledText {
        let text = cell.spans.map(\.text).joined()
        return StyledText(Columns.clipped(text, to: width), cell.spans.first?.mark ?? .plain)
    }
}
