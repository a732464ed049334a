/// Rows under headings, each column as wide as it needs; the widest gives way on a narrow page.
struct Table {
    private let headings: [String]
    private var rows: [[StyledText]] = []

    init(_ headings: [String]) { self.headings = headings }

    /// Adds a row with one cell for each heading.
    mutating func add(_ row: [StyledText]) {
        precondition(row.count == headings.count, "a cell for each heading")
        rows.append(row)
    }

    /// The same without the columns in which no row says anything.
    var withoutEmptyColumns: Table {
        let full = headings.indices.filter { place in rows.contains { $0[place].columns > 0 } }
        var table = Table(full.map { headings[$0] })
        for row in rows { table.add(full.map { row[$0] }) }
        return table
    }

    /// The lines of the table, headings first, within so many columns.
    func lines(within width: Int) -> [StyledText] {
        let widths = widths(within: width)
        let head = headings.map { StyledText($0, .quiet) }
        return ([head] + rows).map { row in
            zip(row, widths).enumerated().reduce(into: StyledText("")) { line, column in
                let (place, (cell, width)) = (column.offset, column.element)
                let fitted = cell.columns > width ? clipped(cell, to: width) : cell
                let isLast = place == widths.count - 1
                line += isLast ? fitted : Columns.padded(fitted, to: width + 2)
            }
        }
    }

    private func widths(within width: Int) -> [Int] {
        var widths = headings.indices.map { place in
            ([Columns.width(of: headings[place])] + rows.map { $0[place].columns }).max() ?? 0
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
