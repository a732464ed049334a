/// Says which operations of authority count in a closed set of entries, and who may do what
/// (ledger.md 5 and 6).
///
/// The result is a function of the set. `marks` holds what is known so far; while the draft is
/// made, an operation is judged by root's operations and by what is before it alone.
package struct Judge: Sendable {
    /// What is known of one operation of authority.
    struct Marks: OptionSet, Hashable, Sendable {
        let rawValue: UInt8
        /// Raising, and kept in the draft.
        static let drafted = Marks(rawValue: 1)
        /// Raising, and counts.
        static let raising = Marks(rawValue: 2)
        /// Lowering, and counts.
        static let lowering = Marks(rawValue: 4)
        /// Lowering with a computed cut: exactly what its author had seen.
        static let sideways = Marks(rawValue: 8)
        /// Its cut vouches for what it covers.
        static let vouching = Marks(rawValue: 16)
    }

    /// Who founded, by the keys that the genesis entry names.
    var roots: Set<DeviceKey>
    var records = AuthorityRecords()
    var marks: [Marks] = []
    var isDraft = false
    /// For each split log the lowest doubled seq.
    var forkPoints: [Int32: UInt64] = [:]

    /// Judges by these root keys.
    package init(roots: Set<DeviceKey>) { self.roots = roots }
}

// The formula (ledger.md 5.2).
extension Judge {
    /// Whether some giving before the point survives every removal.
    private func stands(
        _ point: Point,
        _ givings: [Int],
        _ removals: [Int],
        in history: CausalHistory
    ) -> Bool {
        givings.contains { giving in
            removals.allSatisfy { survives(giving, $0, point, in: history) }
        }
    }

    private func survives(
        _ giving: Int,
        _ removal: Int,
        _ point: Point,
        in history: CausalHistory
    ) -> Bool {
        let lowering = records.all[removal].point
        if history.isBefore(lowering, records.all[giving].point) { return true }
        if history.isBefore(lowering, point) { return false }
        return covers(removal, point, in: history)
            || marks[removal].contains(.sideways) && isVouchedFor(point, in: history)
    }

    private func covers(_ removal: Int, _ point: Point, in history: CausalHistory) -> Bool {
        let record = records.all[removal]
        if marks[removal].contains(.sideways) {
            return point.place == record.point.place
                || history.isSeen(point.place, by: record.point.place)
        }
        return record.heads.contains { history.isAtOrBelow(point.place, $0) }
    }

    /// The raising operations among `candidates` that count, are before the point, and match.
    func givings(
        _ candidates: [Int]?,
        before point: Point,
        in history: CausalHistory,
        where matches: (AuthorityAct) -> Bool = { _ in true }
    ) -> [Int] {
        let counting: Marks = isDraft ? .drafted : .raising
        return (candidates ?? []).filter {
            marks[$0].contains(counting) && matches(records.all[$0].act)
                && history.isBefore(records.all[$0].point, point)
        }
    }

    private func removals(
        _ candidates: [Int]?,
        at point: Point,
        in history: CausalHistory
    ) -> [Int] {
        (candidates ?? []).filter {
            marks[$0].contains(.lowering)
                && (!isDraft || records.all[$0].isByRoot
                    || history.isBefore(records.all[$0].point, point))
        }
    }
}

// Who, with what.
extension Judge {
    /// The member whose device it is, as the point could see; nil if nobody's, or if two claim it.
    package func owner(
        of device: DeviceKey,
        at point: Point,
        in history: CausalHistory
    ) -> MemberID? {
        var owner: MemberID?
        for index in claims(on: device, before: point, in: history) {
            guard case .addDevice(let member, _, _) = records.all[index].act else { continue }
            if let owner, owner != member { return nil }
            owner = member
        }
        return owner
    }

    func claims(on device: DeviceKey, before point: Point, in history: CausalHistory) -> [Int] {
        (records.additions[device] ?? []).filter {
            marks[$0].contains(.drafted) && history.isBefore(records.all[$0].point, point)
        }
    }

    /// The member who wrote what stands at the point.
    package func author(of point: Point, in history: CausalHistory) -> MemberID? {
        owner(of: history.node(at: point.place).device, at: point, in: history)
    }

    /// Why nothing of the device counts at the point; nil where it does.
    func lackOfDevice(at point: Point, in history: CausalHistory) -> RefusalCode? {
        let device = history.node(at: point.place).device
        let additions = givings(records.additions[device], before: point, in: history)
        let ended = removals(records.removals[device], at: point, in: history)
        guard stands(point, additions, ended, in: history) else { return .device }
        let closings = history.log(at: point.place).flatMap { records.closings[$0] }
        let closed = removals(closings, at: point, in: history)
        return stands(point, additions, ended + closed, in: history) ? nil : .log
    }

    /// Whether the device and its log count at the point.
    package func deviceCounts(at point: Point, in history: CausalHistory) -> Bool {
        lackOfDevice(at: point, in: history) == nil
    }

    /// Whether a member holds a capability at the point.
    func holds(
        _ member: MemberID,
        _ capability: Capabilities,
        at point: Point,
        in history: CausalHistory
    ) -> Bool {
        let grants = givings(records.grants[member], before: point, in: history) { act in
            if case .grant(_, let given) = act { given.contains(capability) } else { false }
        }
        guard !grants.isEmpty else { return false }
        let taken = removals(records.lowerings[member], at: point, in: history)
            .filter { records.all[$0].act.takes(capability) }
        return stands(point, grants, taken, in: history)
    }

    /// Everything that the author may do at the point, as the whole set says.
    package func capabilities(at point: Point, in history: CausalHistory) -> Capabilities {
        guard let member = author(of: point, in: history),
            lackOfDevice(at: point, in: history) == nil
        else { return [] }
        return held(by: member, at: point, in: history)
    }

    /// The member whose device it is now; nil if it was removed, or is nobody's.
    func ownerNow(of device: DeviceKey, in history: CausalHistory) -> MemberID? {
        let additions = givings(records.additions[device], before: .end, in: history)
        let ended = removals(records.removals[device], at: .end, in: history)
        guard stands(.end, additions, ended, in: history) else { return nil }
        return owner(of: device, at: .end, in: history)
    }

    /// Everything that a member holds at the point.
    func held(by member: MemberID, at point: Point, in history: CausalHistory) -> Capabilities {
        var held: Capabilities = []
        let given = givings(records.grants[member], before: point, in: history)
        for capability in Capabilities.each
        where given.contains(where: { records.all[$0].act.gives(capability) })
            && holds(member, capability, at: point, in: history)
        {
            held.insert(capability)
        }
        return held
    }

    /// Whether root gave the member `admin` and did not take it back, as the point could see.
    ///
    /// Being frozen does not matter.
    func isProtected(_ member: MemberID, at point: Point, in history: CausalHistory) -> Bool {
        let grants = givings(records.grants[member], before: point, in: history) {
            $0.gives(.admin)
        }
        guard !grants.isEmpty else { return false }
        let revokes = (records.lowerings[member] ?? []).filter {
            guard case .revoke = records.all[$0].act else { return false }
            return marks[$0].contains(.lowering) && records.all[$0].act.takes(.admin)
                && history.isBefore(records.all[$0].point, point)
        }
        return grants.contains { grant in
            revokes.allSatisfy {
                history.isBefore(records.all[$0].point, records.all[grant].point)
            }
        }
    }
}

extension AuthorityAct {
    func gives(_ capability: Capabilities) -> Bool {
        if case .grant(_, let given) = self { given.contains(capability) } else { false }
    }
}

extension Capabilities {
    /// The nine capabilities, one by one.
    static let each: [Capabilities] = (0..<9).map { Capabilities(rawValue: 1 << $0) }
}
