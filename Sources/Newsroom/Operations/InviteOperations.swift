/// Invites a person, or a further device of a member (member.invite, 3).
public struct MemberInvite: Hashable, Sendable {
    /// The invite's own key.
    public var key: DeviceKey
    /// What binds the invite to this newsroom.
    public var bind: Bytes32
    /// For whom it is, a Line of 128.
    public var label: String
    /// What he is to hold.
    public var capabilities: Capabilities
    /// The member whose device it is; none for a newcomer.
    public var member: MemberID?
    /// When the invite should no longer be used; advice alone.
    public var expires: Moment

    /// Takes the fields in the order in which they travel.
    public init(
        key: DeviceKey,
        bind: Bytes32,
        label: String,
        capabilities: Capabilities,
        member: MemberID? = nil,
        expires: Moment
    ) {
        self.key = key
        self.bind = bind
        self.label = label
        self.capabilities = capabilities
        self.member = member
        self.expires = expires
    }
}
