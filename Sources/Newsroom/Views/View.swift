import Prose

/// The state that a closed set of operations makes (newsroom.md 3.2, `view(P)`).
///
/// Everything here is a set, a maximum or a register, so the order in which operations arrive
/// leaves no trace.
public struct View: Sendable {
    /// Who follows whom among the entries.
    var history = CausalHistory()
    /// The newsroom as a whole.
    var office = Office()
    /// The stories; those that are not listed rest on nothing in force.
    public internal(set) var stories = Shelved<StoryID, Story>()
    /// The drafts.
    public internal(set) var drafts = Shelved<DraftID, Draft>()
    /// The revisions.
    public internal(set) var revisions = Shelved<RevisionID, Revision>()
    /// The text of each story's drafts; the same in every view.
    var texts = Shelved<StoryID, StoryText>()
    /// The public history: every counted receipt with a number, in public order.
    var steps = PublicSteps()
    /// The requests that the press has not answered.
    var openRequests: [OperationID: StoryID] = [:]
    let digest: @Sendable ([UInt8]) -> Bytes32
    /// Where stories come from that are not in memory.
    var library: Library?

    /// Whether an operation is before another.
    func isBefore(_ first: OperationID, _ second: OperationID) -> Bool {
        guard let one = history.place(of: first.entry), let other = history.place(of: second.entry)
        else { return false }
        return history.isBefore(Point(one, first.index), Point(other, second.index))
    }
}

extension View {
    /// The id of the newsroom, once its first entry is here.
    public var id: NewsroomID? { office.id }
    /// What founded it.
    public var founding: NewsroomFounding? { office.founding }
    /// Its settings.
    public var settings: [NewsroomField: Register<String>] { office.settings }
    /// The people.
    public var members: [MemberID: Member] { office.members }
    /// Their devices.
    public var devices: [DeviceKey: Device] { office.devices }
    /// The invites.
    public var invites: [InviteID: Invite] { office.invites }
    /// Where the hub is.
    public var hub: Register<HubSetting> { office.hub }
    /// The checks that a draft must pass.
    public var checks: [CheckSetting] { office.strictestChecks }
    /// The sealed statements of members, devices and appointments, for the list of keys.
    public var credentials: [OperationID: Credential] { office.credentials }
    /// The appointment of the press; nil unless exactly one is alive.
    public var press: (operation: OperationID, appointment: PressAppointment)? { office.press }

    /// The member whose device this is now; nil for a stranger's, a removed or a contested key.
    public func owner(of key: DeviceKey) -> Member? {
        office.devices[key]?.owner.flatMap { office.members[$0] }
    }

    /// Whether the key is one of the root keys.
    public func isRoot(_ key: DeviceKey) -> Bool { founding?.roots.contains(key) ?? false }

    /// A setting's shown value.
    public func setting(_ field: NewsroomField) -> String? { settings[field]?.shown }

    /// The archive that says how the site looks, by its SHA-256; nil for the built-in look.
    public var theme: Bytes32? { setting(.theme).flatMap { Bytes32(hex: $0) } }

    /// What the newsroom is called now.
    public var name: String { setting(.name) ?? founding?.name ?? "" }

    /// Everything that the press made public, in public order.
    public var publicEvents: [PublicEvent] {
        steps.all.compactMap { step in
            stories[step.story]?.events.first { $0.operation == step.operation }
        }
    }

    /// The receipts that published content, in public order.
    public var publicHistory: [PublicReceipt] { publicEvents.compactMap(\.receipt) }

    /// The receipt with which a draft went out; nil where it did not.
    public func receipt(of draft: Draft) -> PublicReceipt? {
        stories[draft.story]?.events.last { $0.issue?.draft == draft.id }?.receipt
    }

    /// The drafts of a story that rest on something in force, in the order of their ranks.
    public func listedDrafts(of story: StoryID) -> [Draft] {
        (stories[story]?.drafts ?? []).compactMap { drafts[$0] }
            .filter(\.isListed)
            .sorted { $0.rank < $1.rank }
    }
}
