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
