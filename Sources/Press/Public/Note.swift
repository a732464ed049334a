/// A word to readers about a change.
struct Note: Hashable, Sendable {
    /// The number of the receipt that carries it.
    let number: Int
    let kind: Kind
    let time: WrittenTime
    let text: String

    /// What a note is about.
    enum Kind: String, Hashable, Sendable {
        case correction, clarification, update, withheld, withdrawn, removed

        /// The word that it begins with.
        var label: Words.Label {
            switch self {
            case .correction: .correction
            case .clarification: .clarification
            case .update: .update
            case .withheld: .withheld
            case .withdrawn: .retracted
            case .removed: .removed
            }
        }

        /// Whether it stands on the corrections page, for ever (C3).
        var isListed: Bool { self == .correction || self == .clarification || self == .withdrawn }
    }
}
