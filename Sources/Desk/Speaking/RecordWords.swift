import Newsroom
import SyncProtocol

/// The record of a story in words fit for a lawyer: what it is a record of, how to read it, and
/// every act with who, when, what became of it, and the signed entry that proves it.
struct RecordWords {
    let lines: [StyledText]
    let facts: [String: JSONText]

    init(of story: StoryID, in newsroom: Newsroom) {
        let view = newsroom.view
        let slug = view.stories[story]?.slug.shown?.description ?? story.short
        let status = view.publicStatus(of: story).word
        let record = newsroom.record(of: story)
        lines =
            [
                StyledText("Record of \(slug), \(view.name)", .strong),
                StyledText("story \(story)"), StyledText("public status: \(status)"),
                "Causes stand before their effects. Times are UTC, as each device told them.",
                "Each act is in a signed entry; `stet bundle export` hands them over.", "",
            ] + record.flatMap(\.lines)
        facts = [
            "newsroom": .string(view.name), "story": .string("\(story)"), "slug": .string(slug),
            "public": .string(status),
            "record": .array(
                record.map { $0.facts(of: newsroom.operation($0.operation)?.device) }
            ),
        ]
    }
}

extension RecordLine {
    fileprivate var lines: [StyledText] {
        let adopted = adopter.map { ", adopted by \($0)" } ?? ""
        let end = status == "in force" ? "" : "  (\(status)\(adopted))"
        let about = content.map { "content \($0)  " } ?? ""
        return [
            StyledText("\(claimed.utcSeconds)  ", .quiet) + StyledText("\(name) \(words)")
                + StyledText(end, .alarm),
            StyledText("    \(about)entry \(operation.entry) #\(operation.index)", .quiet),
        ]
    }

    fileprivate func facts(of device: DeviceKey?) -> JSONText {
        .object([
            "time": .string(claimed.utcSeconds), "who": .string(name),
            "member": member.map { .string("\($0)") } ?? .null,
            "device": device.map { .string("\($0)") } ?? .null, "did": .string(words),
            "status": .string(status), "adopter": adopter.map { .string($0) } ?? .null,
            "content": content.map { .string("\($0)") } ?? .null,
            "entry": .string("\(operation.entry)"), "index": .number(operation.index),
        ])
    }
}
