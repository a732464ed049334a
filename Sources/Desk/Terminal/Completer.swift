import Newsroom
import Store

/// The words that may stand where a line ends: verbs first, then what the verb's shape names.
package struct Completer: Sendable {
    private let words: [String: [String]]

    init(stories: [String], members: [String]) {
        words = [
            "STORY": stories, "MEMBER": members, "VERB": Vocabulary.words,
            "GATE": Gate.allCases.map { "\($0)" },
            "KIND": DraftKind.allCases.map { "\($0)" },
            "CHECK": Check.allCases.map { "\($0)" },
            "STRICTNESS": Strictness.allCases.map { "\($0)" },
            "FIELD": DocumentField.allCases.map { "\($0)" } + ["slug"],
            "RIGHTS": ["writer", "editor", "publisher", "lawyer"] + Capabilities.everything.names,
        ]
    }

    /// What the last word of a line may become, sorted; empty where nobody knows.
    package func candidates(for line: String) -> [String] {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let typed = parts.last ?? ""
        guard parts.count > 1 else { return matching(typed, among: Vocabulary.words) }
        guard let verb = try? Vocabulary.verb(for: parts[0]) else { return [] }
        if typed.hasPrefix("--") {
            return matching(typed, among: verb.shape.options.keys.map { "--\($0)" })
        }
        if let option = parts.dropLast().last, verb.shape.options[dashless(option)] == true {
            return matching(typed, among: words["STORY"] ?? [])
        }
        return matching(typed, among: expected(by: verb, at: parts.count - 2, beginning: typed))
    }

    private func expected(by verb: Verb, at place: Int, beginning typed: String) -> [String] {
        let arguments = verb.shape.arguments
        guard arguments.indices.contains(place) else { return words[arguments.last ?? ""] ?? [] }
        let name = arguments[place]
        if name == "FILE" { return FileNames.beginning(with: typed) }
        return words[name] ?? (name == name.lowercased() ? [name] : [])
    }

    private func dashless(_ word: String) -> String { word.filter { $0 != "-" } }

    private func matching(_ typed: String, among candidates: [String]) -> [String] {
        Set(candidates.filter { $0.hasPrefix(typed) }).sorted()
    }
}

extension Desk {
    /// What may be completed now.
    package func completer() async -> Completer {
        let view = await replica.newsroom.view
        let own = (try? await replica.privateDrafts().map(\.slug.description)) ?? []
        return Completer(
            stories: own + view.drafts.values.map { view.fullName(of: $0) },
            members: view.members.values.map { $0.name.contains(" ") ? "\"\($0.name)\"" : $0.name }
        )
    }
}
