import Newsroom
import Store

/// The words that may stand where a line ends: verbs first, then what the verb's shape names.
package struct Completer: Sendable {
    private let words: [String: [String]]
    private let stories: @Sendable (_ beginning: String) -> [String]

    init(members: [String], stories: @escaping @Sendable (_ beginning: String) -> [String]) {
        self.stories = stories
        words = [
            "MEMBER": members, "VERB": Vocabulary.words,
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
            return matching(typed, among: stories(typed))
        }
        return matching(typed, among: expected(by: verb, at: parts.count - 2, beginning: typed))
    }

    private func expected(by verb: Verb, at place: Int, beginning typed: String) -> [String] {
        let arguments = verb.shape.arguments
        let name = arguments.indices.contains(place) ? arguments[place] : arguments.last ?? ""
        if name == "STORY" { return stories(typed) }
        guard arguments.indices.contains(place) else { return words[name] ?? [] }
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
            members: view.members.values.map { $0.name.contains(" ") ? "\"\($0.name)\"" : $0.name }
        ) { beginning in own + view.names(beginning: beginning) }
    }
}

extension View {
    /// So many names are offered at most.
    private static let mostNames = 200

    /// The names of drafts that begin so; of many stories only their own.
    fileprivate func names(beginning: String) -> [String] {
        let slug = beginning.split(separator: "/", omittingEmptySubsequences: false).first ?? ""
        let names = Set(storyNames(beginning: String(slug), limit: Self.mostNames)).sorted()
        guard names.count <= 20 else { return names }
        return names.flatMap { name in
            stories(called: name).filter { $0.name == name }.flatMap { story in
                story.drafts.compactMap { drafts[$0] }.map { fullName(of: $0) }
            }
        }
    }
}
