// Which operations of authority count (ledger.md 5.3).
//
// A raising operation that arrives last changes nothing that was there: givings only help what
// comes after them. So it is judged alone. A lowering one, or a split log, reaches back: then
// everything is counted again, O(operations of authority).

extension Judge {
    /// Takes in an operation of authority, the last to arrive.
    ///
    /// - Returns: whether the count of others may have changed, so that `count` has to run.
    package mutating func append(
        _ act: AuthorityAct,
        at point: Point,
        in history: CausalHistory
    ) -> Bool {
        let index = records.append(record(of: act, at: point, in: history))
        marks.append([])
        guard act.isRaising else { return true }
        draft(index, in: history)
        raise(index, in: history)
        return false
    }

    /// Takes in an operation of authority that was counted before.
    mutating func append(
        _ act: AuthorityAct,
        at point: Point,
        counted mark: UInt8,
        in history: CausalHistory
    ) {
        _ = records.append(record(of: act, at: point, in: history))
        marks.append(Marks(rawValue: mark))
    }

    private func record(
        of act: AuthorityAct,
        at point: Point,
        in history: CausalHistory
    ) -> AuthorityRecord {
        AuthorityRecord(
            point: point,
            act: act,
            isByRoot: roots.contains(history.node(at: point.place).device),
            heads: act.cut.compactMap { history.place(of: $0) }
                .filter { history.isSeen($0, by: point.place) }
        )
    }

    /// Counts everything in a closed set of entries again.
    ///
    /// - Returns: the operations whose standing changed.
    @discardableResult
    package mutating func count(in history: CausalHistory, scope: Past) -> [Int] {
        let before = marks
        let counted = records.all.indices.filter { scope.contains(records.all[$0].point.place) }
        marks = Array(repeating: [], count: marks.count)
        forkPoints = history.forkPoints(in: scope)
        for index in counted where records.all[index].isByRoot { keepByRoot(index) }
        for index in counted { draft(index, in: history) }
        for _ in 0..<2 {
            for index in counted where !records.all[index].isByRoot {
                marks[index].remove(.raising)
            }
            for index in counted { raise(index, in: history) }
            vouch(among: counted, in: history)
        }
        return marks.indices.filter { marks[$0] != before[$0] }
    }

    /// Whether an operation of authority counts.
    func counts(_ index: Int) -> Bool {
        marks[index].contains(.raising) || marks[index].contains(.lowering)
    }

    /// What became of the operation of authority at a point; nil where there is none.
    package func status(of point: Point, in history: CausalHistory) -> OperationStatus? {
        guard let index = records.byPoint[point] else { return nil }
        if counts(index) { return .inForce }
        let lack = lack(of: records.all[index], in: history)
        if lack == nil, isHeld(point, in: history) { return .held }
        return .setAside(lack ?? .right)
    }

    /// Step 1: all of root, but for a device that did not consent.
    private mutating func keepByRoot(_ index: Int) {
        switch records.all[index].act {
        case .grant: marks[index] = [.drafted, .raising]
        case .addDevice(let member, _, let consent):
            if consent == member { marks[index] = [.drafted, .raising] }
        case .freeze: marks[index] = [.lowering, .sideways]
        case .revoke, .revokeDevice, .closeLog: marks[index] = [.lowering, .vouching]
        }
    }

    /// Step 2 and 3: kept if valid by root's operations and by what is before it.
    private mutating func draft(_ index: Int, in history: CausalHistory) {
        let record = records.all[index]
        guard !record.isByRoot else { return keepByRoot(index) }
        isDraft = true
        defer { isDraft = false }
        guard lack(of: record, in: history) == nil else { return }
        if record.act.isRaising {
            marks[index].insert(.drafted)
        } else {
            let isSideways = isSideways(record, in: history)
            marks[index] = isSideways ? [.lowering, .sideways] : [.lowering]
        }
    }

    /// Step 4: what is still valid under all lowering operations, and not held, counts.
    private mutating func raise(_ index: Int, in history: CausalHistory) {
        let record = records.all[index]
        guard !record.isByRoot, marks[index].contains(.drafted) else { return }
        guard lack(of: record, in: history) == nil, !isHeld(record.point, in: history) else {
            return
        }
        marks[index].insert(.raising)
    }

    /// Step 5: the chosen cuts of root, and of those admins who may still remove.
    private mutating func vouch(among counted: [Int], in history: CausalHistory) {
        let vouching = counted.filter { index in
            let isChosen = marks[index].contains(.lowering) && !marks[index].contains(.sideways)
            return isChosen
                && (records.all[index].isByRoot || lack(of: records.all[index], in: history) == nil)
        }
        for index in counted { marks[index].remove(.vouching) }
        for index in vouching { marks[index].insert(.vouching) }
    }
}
