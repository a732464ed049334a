import Newsroom

/// A story's graph in text: a lane for each draft, a star for each stop.
struct GraphLines {
    let lines: [StyledText]

    init(_ graph: StoryGraph) {
        lines = graph.stops.indices.flatMap { place in
            graph.connection(to: place) + [graph.line(at: place)]
        }
    }
}

extension StoryGraph {
    /// The line that leads from another lane to a stop.
    fileprivate func connection(to place: Int) -> [StyledText] {
        let stop = stops[place]
        guard let from = stop.from else { return [] }
        var cells = cells(between: place - 1, and: place)
        let ends = min(from, stop.lane)...max(from, stop.lane)
        for cell in (2 * ends.lowerBound + 1)..<(2 * ends.upperBound) { cells[cell] = "-" }
        cells[2 * from] = "+"
        cells[2 * stop.lane] = stop.lane > from ? "\\" : "/"
        return [StyledText(String(cells), .quiet)]
    }

    fileprivate func line(at place: Int) -> StyledText {
        let stop = stops[place]
        var cells = cells(between: place, and: place)
        cells[2 * stop.lane] = "*"
        return
            (StyledText(String(cells), .quiet) + "  "
            + StyledText("\(stop.time.utcSeconds)  ", .quiet) + StyledText(label(of: stop), .strong)
            + StyledText("\(stop.who) \(stop.words)")).indented(by: 2 * lanes.count + 23)
    }

    /// The lanes that run between two stops, blanks between them.
    private func cells(between first: Int, and last: Int) -> [Character] {
        var cells = [Character](repeating: " ", count: max(1, 2 * lanes.count - 1))
        for lane in lanes.indices {
            guard let extent = extents[lane], extent.lowerBound <= first,
                last <= extent.upperBound
            else { continue }
            cells[2 * lane] = "|"
        }
        return cells
    }
}
