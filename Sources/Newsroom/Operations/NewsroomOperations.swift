/// Founds the newsroom (newsroom.found, 1); only in the genesis entry.
public struct NewsroomFounding: Hashable, Sendable {
    /// The root keys, 1 to 5, named for ever.
    public var roots: [DeviceKey]
    /// What the newsroom is called, a Line of 128.
    public var name: String
    /// The version of the rules, 1.
    public var rules: Int

    /// Takes the fields in the order in which they travel.
    public init(
        roots: [DeviceKey],
        name: String,
        rules: Int
    ) {
        self.roots = roots
        self.name = name
        self.rules = rules
    }
}

/// Opens a device log (log.open, 2).
public struct LogOpening: Hashable, Sendable {
    /// Why the log begins.
    public var reason: LogOpeningReason
    /// The heads of the device's earlier logs, ascending.
    public var earlier: [EntryID]

    /// Takes the fields in the order in which they travel.
    public init(
        reason: LogOpeningReason,
        earlier: [EntryID]
    ) {
        self.reason = reason
        self.earlier = earlier
    }
}

/// Sets a field of the newsroom (newsroom.set, 21).
public struct NewsroomSetting: Hashable, Sendable {
    /// Which field.
    public var field: NewsroomField
    /// The new value, a Line of 512.
    public var value: String
    /// The sets that this one replaces, ascending.
    public var superseded: [OperationID]

    /// Takes the fields in the order in which they travel.
    public init(
        field: NewsroomField,
        value: String,
        superseded: [OperationID]
    ) {
        self.field = field
        self.value = value
        self.superseded = superseded
    }
}

/// Says that the author's whole past is on a hub (log.seen, 4).
public struct LogMark: Hashable, Sendable {
    /// The hub, 16 bytes.
    public var hub: [UInt8]
    /// The life of its database, 16 bytes.
    public var epoch: [UInt8]
    /// The number there that holds it all.
    public var number: Int

    /// Takes the fields in the order in which they travel.
    public init(
        hub: [UInt8],
        epoch: [UInt8],
        number: Int
    ) {
        self.hub = hub
        self.epoch = epoch
        self.number = number
    }
}

/// Binds an entry to a time that an outsider vouches for (log.time, 6).
public struct LogTime: Hashable, Sendable {
    /// Which entry.
    public var entry: EntryID
    /// An RFC 3161 token over its id, up to 16 KiB.
    public var token: [UInt8]

    /// Takes the fields in the order in which they travel.
    public init(
        entry: EntryID,
        token: [UInt8]
    ) {
        self.entry = entry
        self.token = token
    }
}

/// Renames a device (device.rename, 8).
public struct DeviceRenaming: Hashable, Sendable {
    /// Which device.
    public var key: DeviceKey
    /// What it is called now, a Line of 128.
    public var label: String
    /// The sets that this one replaces, ascending.
    public var superseded: [OperationID]

    /// Takes the fields in the order in which they travel.
    public init(
        key: DeviceKey,
        label: String,
        superseded: [OperationID]
    ) {
        self.key = key
        self.label = label
        self.superseded = superseded
    }
}

/// Renames a member (member.rename, 29).
public struct MemberRenaming: Hashable, Sendable {
    /// Who.
    public var member: MemberID
    /// His name now, a Line of 64.
    public var name: String
    /// The sets that this one replaces, ascending.
    public var superseded: [OperationID]

    /// Takes the fields in the order in which they travel.
    public init(
        member: MemberID,
        name: String,
        superseded: [OperationID]
    ) {
        self.member = member
        self.name = name
        self.superseded = superseded
    }
}
