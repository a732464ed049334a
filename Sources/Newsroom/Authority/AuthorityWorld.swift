/// An operation as authority sees it: of authority, an adoption, or content of a class.
package enum ModelAct: Hashable, Sendable {
    /// An operation of authority.
    case authority(AuthorityAct)
    /// Adopts the text of a stretch of one log.
    case adopt(from: UInt64, to: EntryID)
    /// Content of class T, R, P or F, and the capabilities that it needs, all of them.
    case content(String, Capabilities)
}

/// A growing set of entries of which only authority counts, judged as the newsroom judges it.
package struct AuthorityWorld {
    /// What became of everything.
    package struct Outcome: Equatable {
        /// In force, adopted, held or set aside, by operation.
        package var status: [Point.Name: String] = [:]
        /// What each entry's author could do when he began it.
        package var capabilities: [EntryID: Capabilities] = [:]
    }

    private let roots: [DeviceKey]
    private var history = CausalHistory()
    private var judge: Judge
    private var entries: [(facts: EntryFacts, acts: [ModelAct])] = []

    /// A world with these root keys.
    package init(roots: [DeviceKey]) {
        self.roots = roots
        judge = Judge(roots: Set(roots))
    }

    /// A world of these entries, causes first, counted once, when all are there.
    package init(roots: [DeviceKey], counting entries: [(facts: EntryFacts, acts: [ModelAct])]) {
        self.init(roots: roots)
        for (facts, acts) in entries { note(facts, acts) }
        judge.count(in: history, scope: Past(before: history.count))
    }

    /// Takes in an entry, counting again only where that is needed.
    package mutating func append(_ facts: EntryFacts, _ acts: [ModelAct]) {
        let (place, isSplit) = history.append(facts)
        entries.append((facts, acts))
        if isSplit { judge.count(in: history, scope: Past(before: history.count)) }
        for (index, act) in acts.enumerated() {
            guard case .authority(let authority) = act else { continue }
            if judge.append(authority, at: Point(place, index), in: history) {
                judge.count(in: history, scope: Past(before: history.count))
            }
        }
    }

    private mutating func note(_ facts: EntryFacts, _ acts: [ModelAct]) {
        let place = history.append(facts).place
        entries.append((facts, acts))
        for (index, act) in acts.enumerated() {
            guard case .authority(let authority) = act else { continue }
            _ = judge.append(authority, at: Point(place, index), in: history)
        }
    }

    /// What became of everything so far.
    package func outcome() -> Outcome {
        var outcome = Outcome()
        for (place, entry) in entries.enumerated() {
            outcome.capabilities[entry.facts.id] =
                judge.capabilities(at: Point(place, -1), in: history)
            for (index, act) in entry.acts.enumerated() {
                let name = Point.Name(entry.facts.id, index)
                outcome.status[name] = status(of: act, at: Point(place, index))
            }
        }
        adopt(in: &outcome)
        return outcome
    }

    /// Whether counting everything at once gives what counting step by step gave.
    package func checkSelf() -> [String] {
        var fresh = judge
        fresh.count(in: history, scope: Past(before: history.count))
        var other = self
        other.judge = fresh
        return other.outcome() == outcome() ? [] : ["step by step differs from all at once"]
    }

    private func status(of act: ModelAct, at point: Point) -> String {
        switch act {
        case .authority: judge.status(of: point, in: history)?.plainWord ?? "nothing"
        case .adopt: status(needing: .edit, canBeHeld: true, at: point)
        case .content(let kind, let needed):
            status(needing: needed, canBeHeld: kind == "P" || kind == "F", at: point)
        }
    }

    private func status(needing needed: Capabilities, canBeHeld: Bool, at point: Point) -> String {
        guard permits(needed, canBeHeld: canBeHeld, at: point) else { return "set aside" }
        return canBeHeld && judge.isHeld(point, in: history) ? "held" : "in force"
    }

    private func permits(_ needed: Capabilities, canBeHeld: Bool, at point: Point) -> Bool {
        let facts = entries[point.place].facts
        if roots.contains(facts.device) { return canBeHeld && needed == .admin }
        guard judge.author(of: point, in: history) != nil,
            judge.deviceCounts(at: point, in: history)
        else { return false }
        return judge.capabilities(at: point, in: history).isSuperset(of: needed)
    }

    private func adopt(in outcome: inout Outcome) {
        for (place, entry) in entries.enumerated() {
            for (index, act) in entry.acts.enumerated() {
                guard case .adopt(let first, let last) = act,
                    outcome.status[Point.Name(entry.facts.id, index)] == "in force",
                    let top = history.place(of: last), history.past(of: place).contains(top)
                else { continue }
                adopt(from: first, to: top, in: &outcome)
            }
        }
    }

    private func adopt(from first: UInt64, to last: Int, in outcome: inout Outcome) {
        for place in history.stretch(from: first, to: last) {
            for (index, act) in entries[place].acts.enumerated() {
                let name = Point.Name(entries[place].facts.id, index)
                guard case .content("T", _) = act, outcome.status[name] == "set aside" else {
                    continue
                }
                outcome.status[name] = "adopted"
            }
        }
    }
}

extension Point {
    /// A point by the name of its entry, which no order of arrival changes.
    package struct Name: Hashable, Comparable, Sendable {
        /// The entry.
        package let entry: EntryID
        /// The place among its operations.
        package let index: Int

        /// Names the operation at `index` of `entry`.
        package init(_ entry: EntryID, _ index: Int) {
            self.entry = entry
            self.index = index
        }

        /// Compares entries, then places.
        package static func < (left: Name, right: Name) -> Bool {
            left.entry == right.entry ? left.index < right.index : left.entry < right.entry
        }
    }
}

extension OperationStatus {
    /// The word of the model, which has no codes.
    fileprivate var plainWord: String {
        switch self {
        case .setAside: "set aside"
        default: word
        }
    }
}
