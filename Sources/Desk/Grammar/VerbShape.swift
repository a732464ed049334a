/// What may follow a verb, read from the line that its help shows: `GATE [STORY] [--note TEXT]`.
///
/// One line serves help, completion and checking, so they cannot differ.
struct VerbShape: Hashable, Sendable, CustomStringConvertible {
    /// The line itself.
    let description: String
    /// The options, with whether a value follows.
    let options: [String: Bool]
    /// The names of the arguments in order: "GATE", "STORY".
    let arguments: [String]

    /// Reads the line that help shows.
    init(_ description: String) {
        self.description = description
        let parts = description.split(separator: " ").map(String.init)
        var options: [String: Bool] = [:]
        var arguments: [String] = []
        for (place, part) in parts.enumerated() {
            let name = part.filter { !"[]…".contains($0) }
            if name.hasPrefix("--") {
                options[String(name.dropFirst(2))] = Self.takesValue(part)
            } else if place == 0 || !Self.takesValue(parts[place - 1]) {
                arguments.append(name)
            }
        }
        self.options = options
        self.arguments = arguments
    }

    /// Whether a part begins an option whose value follows: `[--note`, but not `[--plain]`.
    private static func takesValue(_ part: String) -> Bool {
        part.hasPrefix("[--") && part.last != "]"
    }
}
