// Who may do what to authority (ledger.md 5.1), and what a split log may not do (6).

extension Judge {
    /// Why an operation of authority does not count; nil where its author may.
    func lack(of record: AuthorityRecord, in history: CausalHistory) -> RefusalCode? {
        let point = record.point
        guard let author = author(of: point, in: history) else { return .device }
        if let lack = lackOfDevice(at: point, in: history) { return lack }
        if concernsOwn(record, author, in: history) {
            guard case .addDevice = record.act else { return nil }
            guard isSoundAddition(record, in: history) else { return .key }
            return held(by: author, at: point, in: history).isEmpty ? .right : nil
        }
        guard holds(author, .admin, at: point, in: history) else { return .right }
        return unevenness(of: record, by: author, in: history)
    }

    /// A member adds, removes and closes what is his own without asking anybody.
    private func concernsOwn(
        _ record: AuthorityRecord,
        _ author: MemberID,
        in history: CausalHistory
    ) -> Bool {
        switch record.act {
        case .addDevice(let member, _, _): member == author
        case .revokeDevice(let key, _), .closeLog(_, let key, _):
            owner(of: key, at: record.point, in: history) == author
        case .grant, .revoke, .freeze: false
        }
    }

    /// Why an admin's act does not go strictly downward; nil where it does.
    private func unevenness(
        of record: AuthorityRecord,
        by author: MemberID,
        in history: CausalHistory
    ) -> RefusalCode? {
        let target: MemberID?
        switch record.act {
        case .freeze(let member):
            if member == author { return .self }
            return isProtected(member, at: record.point, in: history) ? nil : .downward
        case .grant(let member, let capabilities), .revoke(let member, let capabilities, _):
            if capabilities.contains(.admin) { return .root }
            target = member
        case .addDevice(let member, _, _):
            guard isSoundAddition(record, in: history) else { return .key }
            target = member
        case .revokeDevice(let key, _), .closeLog(_, let key, _):
            target = owner(of: key, at: record.point, in: history)
        }
        guard let target else { return .missing }
        if target == author { return .self }
        return isProtected(target, at: record.point, in: history) ? .downward : nil
    }

    private func isSoundAddition(_ record: AuthorityRecord, in history: CausalHistory) -> Bool {
        guard case .addDevice(let member, let key, let consent) = record.act else { return false }
        return consent == member && !roots.contains(key)
            && claims(on: key, before: record.point, in: history).isEmpty
    }

    /// Whether a lowering operation concerns equals or oneself, so that it chooses no cut.
    func isSideways(_ record: AuthorityRecord, in history: CausalHistory) -> Bool {
        switch record.act {
        case .freeze: return true
        case .revokeDevice(let key, _), .closeLog(_, let key, _):
            guard !record.isByRoot else { return false }
            return owner(of: key, at: record.point, in: history)
                == author(of: record.point, in: history)
        case .grant, .addDevice, .revoke: return false
        }
    }

    /// Whether a permissive operation at the point rests on a split stretch of a log.
    package func isHeld(_ point: Point, in history: CausalHistory) -> Bool {
        let node = history.node(at: point.place)
        guard let fork = forkPoints[node.log], node.seq >= fork, !roots.contains(node.device)
        else { return false }
        return !vouchers(of: point, in: history).contains { voucher in
            let heads = topmostHeads(of: voucher, in: node.log, history)
            return !heads.isEmpty && heads.allSatisfy { history.isAtOrBelow(point.place, $0) }
        }
    }

    /// Whether a vouching cut covers the point.
    func isVouchedFor(_ point: Point, in history: CausalHistory) -> Bool {
        vouchers(of: point, in: history).contains { voucher in
            records.all[voucher].heads.contains { history.isAtOrBelow(point.place, $0) }
        }
    }

    /// The vouching removals that concern the author, device or log of the point.
    private func vouchers(of point: Point, in history: CausalHistory) -> [Int] {
        let device = history.node(at: point.place).device
        let ofMember = author(of: point, in: history).flatMap { records.lowerings[$0] } ?? []
        let ofDevice = records.removals[device] ?? []
        let ofLog = history.log(at: point.place).flatMap { records.closings[$0] } ?? []
        return (ofMember + ofDevice + ofLog).filter {
            marks[$0].contains(.vouching) && (!isDraft || records.all[$0].isByRoot)
        }
    }

    /// The heads that a cut names in a log, without those below another of them.
    private func topmostHeads(
        of voucher: Int,
        in log: Int32,
        _ history: CausalHistory
    ) -> [Int] {
        let named = records.all[voucher].heads.filter { history.node(at: $0).log == log }
        return named.filter { head in
            !named.contains { $0 != head && history.isAtOrBelow(head, $0) }
        }
    }
}
