import Prose

/// The state that a set of operations in force makes (newsroom.md 3.2, `view(P)`).
///
/// Everything here is a set, a maximum or a register, so the order in which operations arrive
/// leaves no trace.
public struct View: Sendable {
    /// The id of the newsroom, once its first entry is here.
    public internal(set) var id: NewsroomID?
    /// What founded it.
    public internal(set) var founding: NewsroomFounding?
    /// Its settings.
    public internal(set) var settings: [NewsroomField: Register<String>] = [:]
    /// The people.
    public internal(set) var members: [MemberID: Member] = [:]
    /// Their devices.
    public internal(set) var devices: [DeviceKey: Device] = [:]
    /// The appointments of a press, by their operations.
    var appointments: [OperationID: PressAppointment] = [:]
    /// The stories.
    public internal(set) var stories: [StoryID: Story] = [:]
    /// The drafts.
    public internal(set) var drafts: [DraftID: Draft] = [:]
    /// The revisions.
    public internal(set) var revisions: [RevisionID: Revision] = [:]
    /// The sealed statements of members, devices and appointments, for the list of keys.
    public internal(set) var credentials: [OperationID: Credential] = [:]
    /// Which entries were folded into it.
    var folded: Set<EntryID> = []
    let digest: @Sendable ([UInt8]) -> Bytes32

    /// The member whose device this is; nil for a stranger's or a contested key.
    public func owner(of key: DeviceKey) -> Member? {
        devices[key]?.owner.flatMap { members[$0] }
    }

    /// Whether the key is one of the root keys.
    public func isRoot(_ key: DeviceKey) -> Bool { founding?.roots.contains(key) ?? false }

    /// The appointment of the press; nil unless exactly one is alive.
    public var press: (operation: OperationID, appointment: PressAppointment)? {
        let ended = Set(appointments.values.flatMap { $0.last.map(\.appointment) })
        let alive = appointments.filter { !ended.contains($0.key) }
        guard alive.count == 1, let only = alive.first else { return nil }
        return (only.key, only.value)
    }

    /// A setting's shown value.
    public func setting(_ field: NewsroomField) -> String? { settings[field]?.shown }

    /// What the newsroom is called now.
    public var name: String { setting(.name) ?? founding?.name ?? "" }

    /// All receipts that count, in public order.
    public var publicHistory: [PublicReceipt] {
        stories.values.flatMap { $0.receipts.values }.sorted { $0.number < $1.number }
    }
}

/// A sealed statement that makes a key or a right believable.
public struct Credential: Sendable, Hashable {
    /// The operation that carries it.
    public let operation: Operation
    /// The text that was sealed.
    public let statement: Statement
    /// The seal.
    public let seal: Seal
    /// Its rank.
    public let rank: Rank
}
