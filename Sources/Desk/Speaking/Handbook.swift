/// The commands of the desk on one shelf of `help`, for manual pages.
package struct HandbookShelf: Sendable {
    /// The shelf.
    package let title: String
    /// Its commands: what may be typed, what it does, a line that works.
    package let verbs: [(usage: String, summary: String, example: String)]
}

/// Every command of the desk, in the order of `help`.
package let handbook = Verb.Shelf.allCases.map { shelf in
    HandbookShelf(
        title: shelf.rawValue,
        verbs: Vocabulary.verbs.filter { $0.shelf == shelf }.map { verb in
            (usage: verb.usage, summary: verb.summary, example: verb.example)
        }
    )
}
