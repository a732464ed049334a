/// What an operation does to authority (ledger.md 5.1).
///
/// `grant` and `addDevice` raise; the others lower. A cut names the heads up to which the lowered
/// one still counts.
package enum AuthorityAct: Hashable, Sendable {
    /// Gives a member capabilities.
    case grant(MemberID, Capabilities)
    /// Gives a member a device that consented to belong to `consent`.
    case addDevice(MemberID, DeviceKey, consent: MemberID?)
    /// Takes capabilities from a member.
    case revoke(MemberID, Capabilities, cut: [EntryID])
    /// Lets an admin's `admin` rest.
    case freeze(MemberID)
    /// Removes a device.
    case revokeDevice(DeviceKey, cut: [EntryID])
    /// Ends a log of a device.
    case closeLog(LogID, of: DeviceKey, cut: [EntryID])

    var isRaising: Bool {
        switch self {
        case .grant, .addDevice: true
        default: false
        }
    }

    /// The heads that it names.
    var cut: [EntryID] {
        switch self {
        case .revoke(_, _, let cut), .revokeDevice(_, let cut), .closeLog(_, _, let cut): cut
        case .grant, .addDevice, .freeze: []
        }
    }

    /// Whether it takes a capability from whom it names.
    func takes(_ capability: Capabilities) -> Bool {
        switch self {
        case .revoke(_, let taken, _): !taken.isDisjoint(with: capability)
        case .freeze: capability.contains(.admin)
        default: false
        }
    }
}

/// One operation of authority, and where it stands.
struct AuthorityRecord: Sendable {
    let point: Point
    let act: AuthorityAct
    let isByRoot: Bool
    /// The places of the heads that its cut names and its author had seen.
    let heads: [Int]
}

/// All operations of authority, found by whom they are about.
struct AuthorityRecords: Sendable {
    private(set) var all: [AuthorityRecord] = []
    private(set) var grants: [MemberID: [Int]] = [:]
    private(set) var lowerings: [MemberID: [Int]] = [:]
    private(set) var additions: [DeviceKey: [Int]] = [:]
    private(set) var removals: [DeviceKey: [Int]] = [:]
    private(set) var closings: [LogID: [Int]] = [:]
    private(set) var byPoint: [Point: Int] = [:]

    mutating func append(_ record: AuthorityRecord) -> Int {
        let index = all.count
        all.append(record)
        byPoint[record.point] = index
        switch record.act {
        case .grant(let member, _): grants[member, default: []].append(index)
        case .revoke(let member, _, _), .freeze(let member):
            lowerings[member, default: []].append(index)
        case .addDevice(_, let key, _): additions[key, default: []].append(index)
        case .revokeDevice(let key, _): removals[key, default: []].append(index)
        case .closeLog(let log, _, _): closings[log, default: []].append(index)
        }
        return index
    }
}
