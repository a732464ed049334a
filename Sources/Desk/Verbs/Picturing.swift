import Foundation
import Newsroom

extension Verb {
    /// The verbs about pictures.
    static let picturing = [picture, pictures]

    private static let picture = Verb(
        "picture",
        on: .writing,
        taking: "FILE [--alt TEXT] [--caption TEXT] [--credit TEXT] [--after NUMBER] [--on STORY]",
        "takes a picture in: the lead, or one behind a paragraph",
        example: "picture ferry.jpg --alt \"The ferry at its quay.\" --credit \"Bo Sample\""
    ) { desk, arguments in
        let file = try arguments.word("a file")
        try arguments.finish()
        let text = PictureText(arguments)
        let after = try arguments.value(of: "after").map { word throws(DeskError) in
            guard let number = Int(word), number >= 0 else {
                throw .notANumber(word, what: "a paragraph")
            }
            return number
        }
        if after != nil, text.alt.isEmpty {
            throw DeskError.missing("--alt with what it shows", usage: arguments.verb.usage)
        }
        let manuscript = try await desk.manuscript(on: arguments)
        let picture = try desk.takeIn(file)
        guard let after else { return try await desk.lead(with: picture, text, in: manuscript) }
        return try await desk.insert(picture, text, after: after, in: manuscript)
    }

    private static let pictures = Verb(
        "pictures",
        on: .looking,
        taking: "[STORY] [--to FOLDER]",
        "lists a story's pictures, or those that are not here; copies them",
        example: "pictures night-ferry --to look"
    ) { desk, arguments in
        let name = arguments.wordIfAny()
        try arguments.finish()
        guard name != nil || arguments.has("to") else { return try await desk.missingPictures() }
        let manuscript = try await desk.manuscript(name, for: arguments.verb)
        let folder = arguments.value(of: "to").map {
            URL(filePath: $0, directoryHint: .isDirectory)
        }
        return try await desk.pictures(of: manuscript, to: folder)
    }
}

/// What is said about a picture.
struct PictureText: Sendable {
    /// What it shows, for who cannot see it.
    let alt: String
    let caption: String
    /// Who made it.
    let credit: String

    init(_ arguments: Arguments) {
        alt = arguments.value(of: "alt") ?? ""
        caption = arguments.value(of: "caption") ?? ""
        credit = arguments.value(of: "credit") ?? ""
    }

    /// The fields of a lead picture with this text.
    func fields(of hash: Bytes32) -> [(field: DocumentField, value: String)] {
        [
            (.leadImage, "\(hash)"), (.leadImageAlt, alt), (.leadImageCaption, caption),
            (.leadImageCredit, credit),
        ]
    }

    /// The line of Markdown that shows a picture with this text.
    func figure(of hash: Bytes32) -> String {
        let credit = credit.isEmpty ? "" : "(\(credit))"
        let title = [caption, credit].filter { !$0.isEmpty }.joined(separator: " ")
        let quoted = title.isEmpty ? "" : " \"\(Self.plain(title))\""
        return "![\(Self.plain(alt))](media:\(hash)\(quoted))"
    }

    /// A text that Markdown takes as it is, on one line.
    private static func plain(_ text: String) -> String {
        text.reduce(into: "") { plain, character in
            if "\\`*_[]<>&~!\"".contains(character) { plain.append("\\") }
            plain.append(character.isNewline ? " " : character)
        }
    }
}
