/// A reading that a draft must pass; the order is the one in which gates travel.
public enum Gate: UInt8, CaseIterable, Hashable, Sendable {
    /// The desk's editor.
    case desk
    /// The copy editors.
    case subs
    /// The lawyer.
    case legal
    /// The fact checkers.
    case facts
    /// The picture desk.
    case pictures
}

extension Gate: CustomStringConvertible {
    /// The word of the newsroom: "desk".
    public var description: String {
        switch self {
        case .desk: "desk"
        case .subs: "subs"
        case .legal: "legal"
        case .facts: "facts"
        case .pictures: "pictures"
        }
    }

    /// Finds the gate by its word.
    public init?(named name: some StringProtocol) {
        guard let gate = Gate.allCases.first(where: { $0.description == name }) else { return nil }
        self = gate
    }
}
