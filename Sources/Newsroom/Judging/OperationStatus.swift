/// What became of an operation (newsroom.md 3.2).
public enum OperationStatus: Hashable, Sendable {
    /// It counts.
    case inForce
    /// It counts under the authority of somebody who adopted it.
    case adopted
    /// It broke a limit, or its needs failed in its own past; this never changes.
    case refused(RefusalCode)
    /// Its author lacked the authority.
    case setAside(RefusalCode)
    /// It is permissive, and its log is split there.
    case held
    /// It is of a newer Stet.
    case unknown

    /// Whether the state is made of it.
    public var counts: Bool { self == .inForce || self == .adopted }

    /// Whether it is part of the newsroom at all, in force or not.
    var isAccepted: Bool {
        switch self {
        case .refused, .unknown: false
        case .inForce, .adopted, .setAside, .held: true
        }
    }

    /// One word, and the code: "refused closed".
    public var word: String {
        switch self {
        case .inForce: "in force"
        case .adopted: "adopted"
        case .refused(let code): "refused \(code.rawValue)"
        case .setAside(let code): "set aside \(code.rawValue)"
        case .held: "held"
        case .unknown: "unknown"
        }
    }
}
