import Foundation
import Newsroom
import Press
import SyncProtocol

extension Verb {
    static let publish = Verb(
        "publish",
        on: .releasing,
        taking: "[--to FOLDER] [--theme FOLDER] [--full]",
        "answers what the press was asked, and writes what is new",
        example: "publish --to public"
    ) { desk, arguments in
        try arguments.finish()
        let folder = arguments.value(of: "to") ?? "public"
        let theme = try arguments.value(of: "theme").map { folder in
            try Theme(in: URL(filePath: folder, directoryHint: .isDirectory))
        }
        return try await desk.publish(to: folder, theme, isFull: arguments.has("full"))
    }
}

extension Desk {
    /// Answers releases if this device is the press, then writes what changed, or everything, in the
    /// newsroom's theme or another.
    func publish(to path: String, _ theme: Theme?, isFull: Bool) async throws -> Answer {
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        let publication = try await Press.publish(
            replica,
            to: folder,
            theme: theme,
            isFull: isFull
        )
        let answers = publication.answers.map { PressWords($0) }
        let files =
            "\(counted(publication.written, "file")) written, \(publication.unchanged) unchanged, "
            + "\(publication.removed) removed in \(folder.relativePath)"
        let answer = Answer(
            answers.map(\.line) + [StyledText(files, .quiet)],
            facts: [
                "answers": .array(answers.map(\.facts)), "written": .number(publication.written),
                "unchanged": .number(publication.unchanged),
                "removed": .number(publication.removed),
                "folder": .string(folder.relativePath), "press": .bool(publication.isPress),
            ]
        )
        guard !answers.isEmpty else { return answer }
        return answer.undone(instead: "what is out is out: `correct`, `withhold` or `withdraw` it")
    }
}
