/// What a member may do: a set, not a ladder (newsroom.md 2).
///
/// Unknown bits are kept and permit nothing.
public struct Capabilities: OptionSet, Hashable, Sendable {
    /// The bits as they travel (ledger.md 3.4).
    public let rawValue: UInt64

    /// Takes the bits as they travel.
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    /// Writes in stories and drafts of his own.
    public static let write = Capabilities(rawValue: 1)
    /// Writes in everybody's.
    public static let edit = Capabilities(rawValue: 2)
    /// Asks for release.
    public static let publish = Capabilities(rawValue: 4)
    /// Admits members, grants, appoints the press; only a root key gives it.
    public static let admin = Capabilities(rawValue: 8)

    /// The right to clear at `gate`.
    public static func clearing(_ gate: Gate) -> Capabilities {
        Capabilities(rawValue: 16 << UInt64(gate.rawValue))
    }

    /// The preset "writer".
    public static let writer: Capabilities = [.write]
    /// The preset "editor".
    public static let editor: Capabilities = [
        .write, .edit, .clearing(.desk), .clearing(.subs), .clearing(.facts), .clearing(.pictures),
    ]
    /// The preset "publisher".
    public static let publisher: Capabilities = [.editor, .publish]
    /// The preset "lawyer".
    public static let lawyer: Capabilities = [.clearing(.legal)]
    /// All nine, as the founder holds them.
    public static let everything = Capabilities(rawValue: 511)

    /// The names of those held, in the order of their bits: "write", "clear.desk".
    public var names: [String] {
        let plain: [(Capabilities, String)] = [
            (.write, "write"), (.edit, "edit"), (.publish, "publish"), (.admin, "admin"),
        ]
        let gates = Gate.allCases.map { (Capabilities.clearing($0), "clear.\($0)") }
        return (plain + gates).filter { contains($0.0) }.map(\.1)
    }
}
