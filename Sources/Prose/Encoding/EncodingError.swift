/// Why bytes are not an encoded history; places count bytes from their start.
public enum EncodingError: Error, Hashable, CustomStringConvertible {
    /// "these bytes are not an encoded history"
    case notProse
    /// "encoded history of version 9; this program reads version 1"
    case unknownVersion(Int)
    /// "encoded history ends early at byte 17"
    case endsEarly(at: Int)
    /// "encoded history holds nonsense at byte 17: a code of no symbol"
    case nonsense(at: Int, what: String)
    /// "encoded history claims 9000000 runs in 100 bytes"
    case claims(count: Int, what: String, bytes: Int)
    /// "encoded changes follow event 17 of an author, which is not here"
    case unknownPast(EventName)
    /// "encoded history: event 4: place 12 is beyond the text of 9 scalars"
    case badEvent(EventGraphError)

    /// One line: what is wrong, and where.
    public var description: String {
        switch self {
        case .notProse: "these bytes are not an encoded history"
        case .unknownVersion(let version):
            "encoded history of version \(version); this program reads version 1"
        case .endsEarly(let place): "encoded history ends early at byte \(place)"
        case .nonsense(let place, let what):
            "encoded history holds nonsense at byte \(place): \(what)"
        case .claims(let count, let what, let bytes):
            "encoded history claims \(count) \(what) in \(bytes) bytes"
        case .unknownPast(let name):
            "encoded changes follow event \(name.sequence) of an author, which is not here"
        case .badEvent(let error): "encoded history: \(error)"
        }
    }
}
