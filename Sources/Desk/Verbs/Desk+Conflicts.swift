import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// What two people did without knowing of each other: in one story, or in all.
    func conflicts(named name: String?) async throws -> Answer {
        let view = await replica.newsroom.view
        let drafts: [Draft]
        if let name {
            drafts = [try await draft(name, for: Vocabulary.verb(for: "conflicts"))]
        } else {
            drafts = view.drafts.values.filter { view.receipt(of: $0) == nil }.sorted {
                $0.id < $1.id
            }
        }
        let found = drafts.map { view.conflicts(in: $0) }
        let lines = found.flatMap(\.lines)
        return Answer(
            lines.isEmpty ? ["nothing needs a person"] : lines,
            facts: ["items": .array(found.flatMap(\.facts))]
        )
    }
}

extension View {
    /// Overlaps and fields with several values of one draft, with what settles them.
    fileprivate func conflicts(in draft: Draft) -> (lines: [StyledText], facts: [JSONText]) {
        var lines: [StyledText] = []
        var facts: [JSONText] = []
        let story = fullName(of: draft)
        for overlap in overlaps(in: draft.id) {
            let authors = overlap.authors.map { name(of: $0) }.joined(separator: " and ")
            lines.append(StyledText("\(story): ", .strong) + "\(authors) changed one sentence:")
            lines.append(StyledText("       \(overlap.sentence)"))
            lines.append(StyledText("       edit it, or `settle` if it is fine", .quiet))
            facts.append(item(story, "overlap", ["sentence": .string(overlap.sentence)]))
        }
        for (field, register) in draft.fields.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where register.values.count > 1 {
            lines.append(StyledText("\(story): ", .strong) + "\(field) has several values:")
            lines += register.values.map { StyledText("       \($0)") }
            lines.append(StyledText("       `set \(field) …` keeps one", .quiet))
            let values = register.values.map(JSONText.string)
            facts.append(
                item(story, "values", ["field": .string("\(field)"), "values": .array(values)])
            )
        }
        return (lines, facts)
    }

    private func item(
        _ story: String,
        _ kind: String,
        _ more: [String: JSONText]
    ) -> JSONText {
        .object(more.merging(["story": .string(story), "kind": .string(kind)]) { $1 })
    }
}
