/// A table that is being read: where each cell begins among the blocks of the page.
struct OpenTable {
    /// The first block within it.
    let start: Int
    /// The first container within it, by number.
    let firstContainer: Int
    private var rows: [[Int]] = []

    /// Begins a table.
    init(at start: Int, firstContainer: Int) {
        self.start = start
        self.firstContainer = firstContainer
    }

    /// Begins a row.
    mutating func openRow() { rows.append([]) }

    /// Begins a cell before block number `place`.
    mutating func openCell(at place: Int) {
        if rows.isEmpty { rows.append([]) }
        rows[rows.count - 1].append(place)
    }

    /// The table as one block; nil where it is there for the layout: cells hold more than a line, or
    /// rows differ.
    func block(of blocks: ArraySlice<ForeignBlock>) -> ForeignBlock? {
        let rows = rows.filter { !$0.isEmpty }
        guard rows.count > 1, let columns = rows.first?.count, (2...20).contains(columns),
            rows.count * columns <= 2_000, rows.allSatisfy({ $0.count == columns }),
            rows[0][0] == start, blocks.allSatisfy({ $0.kind == .paragraph })
        else { return nil }
        let starts = rows.joined() + [blocks.endIndex]
        let cells = zip(starts, starts.dropFirst()).map { blocks[$0..<$1] }
        guard cells.allSatisfy({ $0.count <= 1 }) else { return nil }
        let lines = stride(from: 0, to: cells.count, by: columns).map { first in
            Self.line(cells[first..<(first + columns)].map { $0.first?.tableMarkdown ?? "" })
        }
        let rule = "|" + String(repeating: " --- |", count: columns)
        return ForeignBlock(
            .table,
            text: blocks.map(\.text).joined(separator: " "),
            markdown: ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
        )
    }

    private static func line(_ cells: [String]) -> String {
        "| " + cells.joined(separator: " | ") + " |"
    }
}

extension ForeignBlock {
    /// The words in a cell: a bar that is not escaped yet would end it.
    fileprivate var tableMarkdown: String {
        var bare = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in markdown.unicodeScalars {
            if scalar == "|", !isEscaped { bare.append("\\") }
            isEscaped = scalar == "\\" && !isEscaped
            bare.append(scalar)
        }
        return String(bare)
    }
}
