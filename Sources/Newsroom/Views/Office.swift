/// The newsroom as a whole: who belongs to it, what they may do, and the rules that all follow.
struct Office: Sendable {
    /// The id of the newsroom, once its first entry is here.
    var id: NewsroomID?
    /// What founded it.
    var founding: NewsroomFounding?
    var settings: [NewsroomField: Register<String>] = [:]
    var hub = Register<HubSetting>()
    var members: [MemberID: Member] = [:]
    var devices: [DeviceKey: Device] = [:]
    var invites: [InviteID: Invite] = [:]
    /// The gates of each kind of draft.
    var gates: [DraftKind: Register<[GateNeed]>] = [:]
    var checks = Register<[CheckSetting]>()
    /// The appointments of a press, by their operations.
    var appointments: [OperationID: PressAppointment] = [:]
    var credentials: [OperationID: Credential] = [:]
    /// The adoptions in force, with who adopts.
    var adoptions: [Point: (act: LogAdoption, member: MemberID)] = [:]
    /// Critical operations of a newer Stet, which make the newsroom read-only here.
    var newer: Set<OperationID> = []

    /// The appointments that no other replaces, in the order of their names.
    var aliveAppointments: [OperationID] {
        let ended = Set(appointments.values.flatMap { $0.last.map(\.appointment) })
        return appointments.keys.filter { !ended.contains($0) }.sorted()
    }

    /// The appointment of the press; nil unless exactly one is alive.
    var press: (operation: OperationID, appointment: PressAppointment)? {
        let alive = aliveAppointments
        guard alive.count == 1, let only = alive.first, let act = appointments[only] else {
            return nil
        }
        return (only, act)
    }

    /// How many clearances each gate needs by the policy for a kind, and which operations say so.
    ///
    /// Of several values alive all gates are required, each as often as the strictest says.
    func policy(for kind: DraftKind) -> [(operation: OperationID, need: GateNeed)] {
        let alive = gates[kind]?.alive ?? []
        return alive.flatMap { item in item.value.map { (item.rank.operation, $0) } }
    }

    /// The checks, each as strict as the strictest value alive says; comments block from the start.
    var strictestChecks: [CheckSetting] {
        guard !checks.isEmpty else { return Self.firstChecks }
        let all = checks.alive.flatMap(\.value)
        return Check.allCases.compactMap { check in
            let named = all.filter { $0.check == check && $0.strictness != .off }
            guard let strictness = named.map(\.strictness).max() else { return nil }
            return CheckSetting(
                check: check,
                strictness: strictness,
                limit: named.compactMap(\.limit).min()
            )
        }
    }

    private static let firstChecks = [
        CheckSetting(check: .pictureText, strictness: .warn),
        CheckSetting(check: .comments, strictness: .block),
    ]
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
