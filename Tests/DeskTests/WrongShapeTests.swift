import Desk
import TestSupport
import Testing

/// Each verb, asked by help for what may follow it, is typed with what may not.
@Suite(.timeLimit(.minutes(5)))
struct `A verb` {
    private func check(
        _ lines: (TypedShape) -> [(line: String, error: String, hint: String)]
    ) async throws {
        let desk = Desk(try await Room().ana, page: Page(width: 80))
        let shapes = await TypedShape.all(at: desk)
        #expect(shapes.count > 80)
        var count = 0
        for shape in shapes {
            for (line, error, hint) in lines(shape) {
                let reply = await desk.reply(to: line)
                count += 1
                #expect(reply.exitCode == 64, "`\(line)`: \(reply.output)\(reply.complaint)")
                #expect(reply.complaint.hasPrefix("error: "), "`\(line)`")
                #expect(reply.complaint.contains(error), "`\(line)`: \(reply.complaint)")
                #expect(reply.complaint.contains("hint: \(hint)"), "`\(line)`: \(reply.complaint)")
            }
        }
        #expect(count > 10)
    }

    @Test func `says which argument is missing`() async throws {
        try await check { shape in
            guard let first = shape.parts.first, !first.hasPrefix("[") else { return [] }
            return [(shape.verb, " is missing", "usage: \(shape.verb) ")]
        }
    }

    @Test func `says what is too much`() async throws {
        try await check { shape in
            switch shape.arguments {
            case []: [("\(shape.verb) surplus", "`surplus` is too much", "usage: \(shape.verb)")]
            case ["STORY"] where shape.parts.first == "[STORY]":
                [("\(shape.verb) a surplus", "`surplus` is too much", "usage: \(shape.verb)")]
            default: []
            }
        }
    }

    @Test func `says that it has no such option`() async throws {
        try await check { shape in
            [
                (
                    "\(shape.verb) --zzzzzzzz", "`\(shape.verb)` has no option --zzzzzzzz",
                    "`help \(shape.verb)`"
                )
            ]
        }
    }

    @Test func `says what an option was meant to be, and that it lacks its value`() async throws {
        try await check { shape in
            shape.options.flatMap { part -> [(line: String, error: String, hint: String)] in
                let option = part.filter { !"[]".contains($0) }
                let typo = ("\(shape.verb) \(option)x", "has no option", "did you mean \(option)?")
                let isFlag = part.hasSuffix("]")
                return isFlag
                    ? [typo]
                    : [typo, ("\(shape.verb) \(option)", "a value after \(option)", "usage: ")]
            }
        }
    }

    @Test func `says what its word was meant to be`() async throws {
        try await check { shape in
            guard shape.verb.count > 4 else { return [] }
            let typo = shape.verb.dropLast() + "q" + shape.verb.suffix(1)
            return [("\(typo)", "no command `\(typo)`", "did you mean `\(shape.verb)`?")]
        }
    }
}
