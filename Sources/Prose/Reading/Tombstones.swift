// Where text stood that is gone: the whole history in one section, which forgets nothing.

/// Everything that was ever inserted, in the order of the text, gone or not.
struct Tombstones {
    /// Scalars that stand together and have one fate.
    struct Stretch {
        /// Their insert numbers.
        let inserts: Range<UInt32>
        let isVisible: Bool
    }

    /// All of them, in order.
    private(set) var stretches: [Stretch] = []
    /// The changes that deleted, and by deletes that count, what begins with an insert number.
    private(set) var deleters: [UInt32: [Int]] = [:]

    /// Merges a version of a graph.
    init(of graph: EventGraph, at frontier: Frontier, settingAside ranges: [Range<EventIndex>] = [])
    {
        var section = Section()
        let history = History(of: frontier, in: graph)
        let parts = (0..<history.count(in: graph)).map { history.part($0, in: graph) }
        let plan = Section.Plan(parts: parts[...], length: 0, aside: SetAside(ranges))
        do {
            try section.replay(plan, of: graph)
        } catch {
            preconditionFailure("every place was checked when its change was added")
        }
        let base = section.firstInsert
        section.tracker.visit { item in
            let isVisible = item.marks.isDisjoint(with: [.deleted, .hidden])
            let first = base + item.id
            stretches.append(Stretch(inserts: first..<(first + item.count), isVisible: isVisible))
        }
        section.visitDeletions { change, id in deleters[base + id, default: []].append(change) }
    }
}

extension Section {
    /// Visits what counting deletes removed: the change, and the first id of each item.
    fileprivate func visitDeletions(_ body: (_ change: Int, _ id: UInt32) -> Void) {
        for index in 0..<steps.count where !steps[index].isSetAside {
            for number in steps[index].targets.range {
                let target = tracker.targets[number]
                var id = target.id
                while id < target.id + target.count {
                    let cursor = tracker.find(id: id).cursor
                    body(steps[index].change, id)
                    id = tracker[cursor].id + tracker[cursor].count
                }
            }
        }
    }
}
