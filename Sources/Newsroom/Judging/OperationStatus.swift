/// What became of an operation (newsroom.md 3.2).
public enum OperationStatus: Hashable, Sendable {
    /// It counts.
    case inForce
    /// It broke a limit, or its needs failed in its own past; this never changes.
    case refused(RefusalCode)
    /// Its author lacked the authority.
    case setAside(RefusalCode)
    /// It is of a newer Stet.
    case unknown

    /// One word, and the code: "refused closed".
    public var word: String {
        switch self {
        case .inForce: "in force"
        case .refused(let code): "refused \(code.rawValue)"
        case .setAside(let code): "set aside \(code.rawValue)"
        case .unknown: "unknown"
        }
    }
}
