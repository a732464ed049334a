/// A person, with what he holds.
public struct Member: Hashable, Sendable {
    /// His id.
    public let id: MemberID
    /// The name he came with.
    let firstName: String
    /// The names given to him later.
    var names = Register<String>()
    /// What he may do now.
    public internal(set) var capabilities: Capabilities = []
    /// The grants that gave something, by their operations.
    public internal(set) var grants: [OperationID: Capabilities] = [:]
    /// The freezes in force that no root key has answered by a grant.
    public internal(set) var freezes: Set<OperationID> = []
    /// Whether his admission is in force.
    public internal(set) var isListed = false

    /// His name.
    public var name: String { names.shown ?? firstName }
}

/// A device of a member.
public struct Device: Hashable, Sendable {
    /// Its public key.
    public let key: DeviceKey
    /// What it was called first.
    let firstLabel: String
    /// The names given to it later.
    var labels = Register<String>()
    /// The member whose device it was made.
    public let member: MemberID
    /// Who owns it; nil where it was removed, or where two members claimed it.
    public internal(set) var owner: MemberID?
    /// The operation that added it.
    public let addition: OperationID
    /// Whether that operation is in force.
    public let isAdded: Bool

    /// What it is called.
    public var label: String { labels.shown ?? firstLabel }
}

/// An invite, and whether it was used.
public struct Invite: Sendable, Hashable {
    /// Its id.
    public let id: InviteID
    /// What it says.
    public let act: MemberInvite
    /// Who invites.
    public let author: MemberID
    /// The admission that used it.
    public internal(set) var admission: MemberID?
}
