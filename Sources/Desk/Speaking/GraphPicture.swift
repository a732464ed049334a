import Newsroom

/// A story's graph as a picture: time goes down, a line for each draft, words beside each stop.
///
/// It stands alone, light and dark, without script.
struct GraphPicture {
    /// What the picture shows.
    let title: String
    let graph: StoryGraph

    private static let (row, lane, margin) = (30, 22, 24)

    /// The picture as SVG.
    var svg: String {
        let height = Self.row * graph.stops.count + 2 * Self.margin + Self.row
        let width = words + 8 * (40 + (graph.stops.map { $0.words.count }.max() ?? 0))
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
            width="\(width)" height="\(height)" role="img" aria-label="\(escaped(title))">
            <title>\(escaped(title))</title>
            <style>\(Self.style)</style>
            <rect class="paper" width="100%" height="100%"/>
            <text class="title" x="\(Self.margin)" y="\(Self.margin + 4)">\(escaped(title))</text>
            \(lanes + stops)</svg>

            """
    }

    /// Where words begin.
    private var words: Int { 2 * Self.margin + Self.lane * graph.lanes.count }

    private func x(_ lane: Int) -> Int { Self.margin + 6 + Self.lane * lane }
    private func y(_ stop: Int) -> Int { Self.margin + Self.row * (stop + 1) }

    private var lanes: String {
        graph.lanes.indices.compactMap { lane in
            graph.extents[lane].map { extent in
                let (from, to) = (y(extent.lowerBound), y(extent.upperBound))
                return "<path class=\"l\(lane % 6)\" d=\"M\(x(lane)) \(from)V\(to)\"/>\n"
            }
        }.joined()
    }

    private var stops: String {
        graph.stops.enumerated().map { place, stop in
            let joint = stop.from.map { curve(from: $0, to: stop.lane, at: place) } ?? ""
            let said = escaped("\(graph.label(of: stop))\(stop.who) \(stop.words)")
            let (time, level) = (stop.time.utcSeconds, y(place) + 5)
            return joint
                + "<circle class=\"l\(stop.lane % 6)\" cx=\"\(x(stop.lane))\" cy=\"\(y(place))\" r=\"6\"/>\n"
                + "<text class=\"time\" x=\"\(words)\" y=\"\(level)\">\(time)</text>"
                + "<text x=\"\(words + 180)\" y=\"\(level)\">\(said)</text>\n"
        }.joined()
    }

    private func curve(from source: Int, to lane: Int, at place: Int) -> String {
        let (start, end, middle) = (y(place) - Self.row, y(place), y(place) - Self.row / 2)
        return "<path class=\"l\(max(source, lane) % 6)\" d=\"M\(x(source)) \(start)C\(x(source)) "
            + "\(middle) \(x(lane)) \(middle) \(x(lane)) \(end)\"/>\n"
    }

    private static let style = """
        text{font:14px system-ui,sans-serif;fill:#222}.title{font-weight:700;font-size:16px}\
        .time{fill:#666;font-variant-numeric:tabular-nums}.paper{fill:#fff}path{fill:none;stroke-width:3}\
        .l0{stroke:#2563eb}.l1{stroke:#d97706}.l2{stroke:#059669}.l3{stroke:#db2777}.l4{stroke:#7c3aed}\
        .l5{stroke:#0891b2}circle{fill:#fff;stroke-width:3}@media(prefers-color-scheme:dark){text{fill:#eee}\
        .time{fill:#aaa}.paper,circle{fill:#16181c}}
        """
}
