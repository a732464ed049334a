import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// Everything that needs a person: in one story, or in all.
    func conflicts(named name: String?) async throws -> Answer {
        let newsroom = await replica.newsroom
        let story: StoryID?
        if let name {
            story = try await draft(name, for: Vocabulary.verb(for: "conflicts")).story
        } else {
            story = nil
        }
        let items = newsroom.items(of: story).map { ItemWords($0, in: newsroom) }
        return Answer(
            items.isEmpty ? ["nothing needs a person"] : items.flatMap(\.lines),
            facts: ["items": .array(items.map(\.facts))]
        )
    }
}
