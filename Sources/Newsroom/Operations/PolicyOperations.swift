/// Says which gates drafts of a kind must pass (policy.gates, 23).
public struct GatePolicy: Hashable, Sendable {
    /// Which kind.
    public var kind: DraftKind
    /// The gates, `desk` among them, up to 5.
    public var gates: [GateNeed]
    /// The sets that this one replaces, ascending.
    public var superseded: [OperationID]

    /// Takes the fields in the order in which they travel.
    public init(
        kind: DraftKind,
        gates: [GateNeed],
        superseded: [OperationID]
    ) {
        self.kind = kind
        self.gates = gates
        self.superseded = superseded
    }
}

/// Says which checks a draft must pass before its release (policy.checks, 31).
public struct CheckPolicy: Hashable, Sendable {
    /// The checks, up to 16.
    public var checks: [CheckSetting]
    /// The sets that this one replaces, ascending.
    public var superseded: [OperationID]

    /// Takes the fields in the order in which they travel.
    public init(
        checks: [CheckSetting],
        superseded: [OperationID]
    ) {
        self.checks = checks
        self.superseded = superseded
    }
}

/// Says where the newsroom's hub is (hub.set, 27).
public struct HubSetting: Hashable, Sendable {
    /// Its address, a Line of 512.
    public var url: String
    /// Digests of keys that it may show, up to 4.
    public var pins: [Bytes32]
    /// The sets that this one replaces, ascending.
    public var superseded: [OperationID]

    /// Takes the fields in the order in which they travel.
    public init(
        url: String,
        pins: [Bytes32],
        superseded: [OperationID]
    ) {
        self.url = url
        self.pins = pins
        self.superseded = superseded
    }
}
