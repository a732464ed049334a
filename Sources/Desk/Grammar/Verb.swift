/// A word that a person types, with all that help, completion and checking need to know of it.
struct Verb: Sendable {
    /// What a verb does at a desk.
    typealias Work = @Sendable (isolated Desk, inout Arguments) async throws -> Answer

    /// The shelves on which help sorts the verbs, in its order.
    enum Shelf: String, CaseIterable, Sendable {
        case looking = "Looking"
        case writing = "Writing"
        case reviewing = "Reviewing"
        case releasing = "Releasing"
        case newsroom = "The newsroom"
        case desk = "This desk"
    }

    /// The word.
    let name: String
    /// Where help lists it.
    let shelf: Shelf
    /// What may follow it.
    let shape: VerbShape
    /// What it does, in words that begin in lower case.
    let summary: String
    /// A line that works.
    let example: String
    /// Other words for the same.
    let synonyms: [String]
    /// What it does.
    let work: Work

    init(
        _ name: String,
        on shelf: Shelf,
        taking shape: String = "",
        _ summary: String,
        example: String,
        synonyms: [String] = [],
        work: @escaping Work
    ) {
        self.name = name
        self.shelf = shelf
        self.shape = VerbShape(shape)
        self.summary = summary
        self.example = example
        self.synonyms = synonyms
        self.work = work
    }

    /// The verb with what may follow: `clear GATE [STORY] [--note TEXT]`.
    var usage: String { shape.description.isEmpty ? name : "\(name) \(shape)" }
}
