import Foundation
import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// The drafts, revisions and merges of a draft's story, as lines.
    func graph(of draft: Draft) async -> Answer {
        let newsroom = await replica.newsroom
        let graph = StoryGraph(of: draft.story, in: newsroom)
        return Answer(GraphLines(graph).lines, facts: graph.facts(newsroom.view.slug(of: draft.id)))
    }

    /// The same as a picture in a file.
    ///
    /// - Throws: `DeskError.cannotWrite`.
    func picture(of draft: Draft, in file: URL) async throws -> Answer {
        let newsroom = await replica.newsroom
        let graph = StoryGraph(of: draft.story, in: newsroom)
        let slug = newsroom.view.slug(of: draft.id)
        try write(GraphPicture(title: slug, graph: graph).svg, to: file)
        return Answer(
            StyledText("\(slug): ", .strong) + StyledText("drawn in \(file.relativePath)"),
            facts: graph.facts(slug)
        )
    }
}

/// Writes a file for a person, whole or not at all.
///
/// - Throws: `DeskError.cannotWrite`.
func write(_ text: String, to file: URL) throws(DeskError) {
    do {
        try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
        throw .cannotWrite(file.relativePath)
    }
}

extension StoryGraph {
    /// The same for programs.
    fileprivate func facts(_ slug: String) -> [String: JSONText] {
        let stops = stops.map { stop -> JSONText in
            .object([
                "draft": .string(lanes[stop.lane]), "time": .string(stop.time.utcSeconds),
                "from": stop.from.map { .string(lanes[$0]) } ?? .null, "who": .string(stop.who),
                "did": .string(stop.words),
            ])
        }
        return ["story": .string(slug), "stops": .array(stops)]
    }
}
