import Desk

/// What may follow a verb, read off what a person sees: its help.
struct TypedShape {
    /// The verb.
    let verb: String
    /// What help shows behind it, word by word.
    let parts: [String]

    /// The words that are no options and no values of options, without their brackets.
    var arguments: [String] {
        parts.enumerated().filter { place, part in
            let isValue =
                place > 0 && parts[place - 1].hasPrefix("[--") && !parts[place - 1].hasSuffix("]")
            return !part.contains("--") && !isValue
        }.map { $0.element.filter { !"[]".contains($0) } }
    }

    /// The arguments that no bracket begins.
    var required: [String] {
        let optional = Set(
            parts.filter { $0.hasPrefix("[") }.map { $0.filter { !"[]".contains($0) } }
        )
        return arguments.filter { !optional.contains($0) }
    }

    /// The options, in brackets.
    var options: [String] { parts.filter { $0.hasPrefix("[--") } }

    /// The options that take a value, with the name of that.
    var values: [(option: String, value: String)] {
        zip(parts, parts.dropFirst()).filter { $0.0.hasPrefix("[--") && !$0.0.hasSuffix("]") }
            .map { option, value in
                (option.filter { $0 != "[" }, value.filter { $0 != "]" })
            }
    }

    /// All verbs that the desk's help lists.
    static func all(at desk: Desk) async -> [TypedShape] {
        let overview = await desk.reply(to: "help").output
        var shapes: [TypedShape] = []
        for line in overview.split(separator: "\n") where line.hasPrefix("  ") {
            let verb = line.split(separator: " ")[0]
            let usage = await desk.reply(to: "help \(verb)").output.split(separator: "\n")[0]
            let parts = usage.split(separator: " ").dropFirst().map { "\($0)" }
            shapes.append(TypedShape(verb: "\(verb)", parts: parts))
        }
        return shapes
    }
}
