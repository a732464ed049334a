/// A person, with what he holds.
public struct Member: Sendable, Hashable {
    /// His id.
    public let id: MemberID
    /// His name.
    public let name: String
    /// What he may do.
    public internal(set) var capabilities: Capabilities = []
    /// The grants that gave it, in the order of their names.
    public internal(set) var grants: [OperationID: Capabilities] = [:]
}

/// A device of a member.
public struct Device: Sendable, Hashable {
    /// Its public key.
    public let key: DeviceKey
    /// What it is called.
    public let label: String
    /// Who owns it; nil where two members claimed it, so that it serves nobody.
    public internal(set) var owner: MemberID?
    /// The operation that added it.
    public let addition: OperationID
}
