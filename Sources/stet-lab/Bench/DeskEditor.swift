import ArgumentParser
import Desk
import Foundation

/// An editor who gives one command after the other, on stories that a seed picks.
struct DeskEditor {
    /// What is measured.
    enum Command: String, CaseIterable {
        case list, open, edit, save, search
    }

    private let stories: [StoryList.Line]
    private let openStories: [StoryList.Line]
    private var texts: InventedTexts

    init(stories: [StoryList.Line], seed: UInt64) throws {
        self.stories = stories
        openStories = stories.filter(\.isOpen)
        texts = InventedTexts(seed: seed)
        guard !openStories.isEmpty else { throw ValidationError("no story is open") }
    }

    /// What has to be said before a command, and is not measured.
    mutating func preparation(of command: Command, at desk: Desk) async throws -> [String] {
        switch command {
        case .list, .open, .search: return []
        case .edit: return ["open \(texts.pick(openStories).slug)"]
        case .save:
            return ["open \(texts.pick(openStories).slug)", "append \"\(texts.sentence())\""]
        }
    }

    /// The line that is measured.
    mutating func line(of command: Command, at desk: Desk) async throws -> String {
        switch command {
        case .list: return "list \(texts.pick(inventedDesks))"
        case .open: return "open \(texts.pick(stories).slug)"
        case .edit: return try replacement(of: await desk.reply(to: "show --plain").output)
        case .save: return "save"
        case .search: return "search \"\(texts.soughtWords())\""
        }
    }

    /// Another sentence in the place of the first of some paragraph.
    private mutating func replacement(of document: String) throws -> String {
        let body = document.split(separator: "\n\n").dropFirst()
        guard !body.isEmpty else { throw ValidationError("a story without text") }
        let number = texts.below(body.count)
        let paragraph = body[body.startIndex + number]
        let line = paragraph.split(separator: "\n").first ?? paragraph
        let old = line.split(separator: " ").prefix(6).joined(separator: " ")
        return "replace \(number + 1) \"\(old)\" \"\(texts.sentence())\""
    }
}
