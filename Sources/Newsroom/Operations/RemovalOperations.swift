/// Takes capabilities from a member (member.revoke, 9).
public struct MemberRevocation: Hashable, Sendable {
    /// From whom.
    public var member: MemberID
    /// Which.
    public var capabilities: Capabilities
    /// The heads up to which he still counts; of a log without one, nothing.
    public var cut: [EntryID]
    /// Why, a Text of 1,000.
    public var reason: String

    /// Takes the fields in the order in which they travel.
    public init(
        member: MemberID,
        capabilities: Capabilities,
        cut: [EntryID],
        reason: String
    ) {
        self.member = member
        self.capabilities = capabilities
        self.cut = cut
        self.reason = reason
    }
}

/// Removes a device (device.revoke, 13).
public struct DeviceRevocation: Hashable, Sendable {
    /// Which.
    public var key: DeviceKey
    /// The heads up to which it still counts; not used for a device of one's own.
    public var cut: [EntryID]
    /// Why, a Text of 1,000.
    public var reason: String

    /// Takes the fields in the order in which they travel.
    public init(
        key: DeviceKey,
        cut: [EntryID],
        reason: String
    ) {
        self.key = key
        self.cut = cut
        self.reason = reason
    }
}

/// Lets an admin's `admin` rest until a root key grants it again (member.freeze, 15).
public struct MemberFreeze: Hashable, Sendable {
    /// Who.
    public var member: MemberID
    /// Why, a Text of 1,000.
    public var reason: String

    /// Takes the fields in the order in which they travel.
    public init(
        member: MemberID,
        reason: String
    ) {
        self.member = member
        self.reason = reason
    }
}

/// Takes set-aside text of a stretch of a log under the adopter's authority (log.adopt, 17).
public struct LogAdoption: Hashable, Sendable {
    /// Which log.
    public var log: LogID
    /// The first entry's place in the log.
    public var first: UInt64
    /// The last entry.
    public var last: EntryID

    /// Takes the fields in the order in which they travel.
    public init(
        log: LogID,
        first: UInt64,
        last: EntryID
    ) {
        self.log = log
        self.first = first
        self.last = last
    }
}

/// Ends a log (log.close, 19).
public struct LogClosing: Hashable, Sendable {
    /// Which.
    public var log: LogID
    /// The last entries that count; none for a log of one's own.
    public var heads: [EntryID]

    /// Takes the fields in the order in which they travel.
    public init(
        log: LogID,
        heads: [EntryID]
    ) {
        self.log = log
        self.heads = heads
    }
}
