import Newsroom
import Press
import SyncProtocol

/// What the press answered, in words.
struct PressWords {
    let line: StyledText
    let facts: JSONText

    init(_ answer: Publication.Answer) {
        switch answer {
        case .issued(let slug, let url, let version, let receipt):
            line =
                StyledText("\(slug): ", .strong) + StyledText("published", .added)
                + StyledText(" as version \(version), receipt \(receipt): \(url)")
            facts = .object([
                "story": .string("\(slug)"), "url": .string(url), "version": .number(version),
                "receipt": .number(receipt),
            ])
        case .changed(let slug, let change, let url, let receipt):
            line =
                StyledText("\(slug): ", .strong) + StyledText("\(change)", .added)
                + StyledText(", receipt \(receipt): \(url)")
            facts = .object([
                "story": .string("\(slug)"), "url": .string(url),
                "change": .string("\(change)"), "receipt": .number(receipt),
            ])
        case .waits(let slug, let picture):
            line =
                StyledText("\(slug): ", .strong)
                + StyledText("waits for a picture that is not here: \(picture)", .alarm)
            facts = .object([
                "story": .string("\(slug)"), "waitsFor": .string("\(picture)"),
            ])
        case .refused(let slug, let reasons, let check):
            let words =
                check.map { [$0.description] }
                ?? reasons.map { ReasonWords(of: $0.code).reason }
            line =
                StyledText("\(slug): ", .strong)
                + StyledText("not published: " + words.joined(separator: "; "), .alarm)
            facts = .object([
                "story": .string("\(slug)"),
                "refused": .array(reasons.map { .string($0.code.rawValue) }),
            ])
        }
    }
}
