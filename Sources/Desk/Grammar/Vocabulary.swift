/// All verbs of the desk, and how a typed word finds its own.
enum Vocabulary {
    /// Every verb, in the order of help.
    static let verbs: [Verb] =
        [
            Verb.looking, Verb.writing, Verb.picturing, Verb.assigning, Verb.branching,
            Verb.reviewing,
            Verb.commenting, Verb.gating, Verb.releasing, Verb.restricting, Verb.recalling,
            Verb.joining, Verb.newsroom, Verb.syncing, Verb.ruling, Verb.removing, Verb.rooting,
            Verb.erasing, Verb.desk,
        ].flatMap { $0 }

    /// Finds a verb by its word, a synonym, or an abbreviation that can mean nothing else.
    ///
    /// - Throws: `DeskError.unknownVerb`, `DeskError.ambiguousVerb`.
    static func verb(for word: String) throws(DeskError) -> Verb {
        let typed = word.lowercased()
        if let verb = verbs.first(where: { $0.name == typed || $0.synonyms.contains(typed) }) {
            return verb
        }
        let possible = verbs.filter { $0.name.hasPrefix(typed) }
        guard possible.count <= 1 else {
            throw .ambiguousVerb(word, among: possible.map(\.name))
        }
        guard let verb = possible.first else {
            throw .unknownVerb(word, nearest: Nearness.nearest(to: typed, among: words))
        }
        return verb
    }

    /// Every word that may begin a line.
    static let words = verbs.flatMap { [$0.name] + $0.synonyms }
}
