// Where text stood that is gone: the whole history in one section, which forgets nothing.

/// Everything that was ever inserted, in the order of the text, gone or not.
struct Tombstones {
    /// Scalars that stand together and have one fate.
    struct Stretch {
        /// Their insert numbers.
        let inserts: Range<UInt32>
        let isVisible: Bool
        /// Whether the inserts are set aside, so that no version shows them.
        let isSetAside: Bool
    }

    /// All of them, in order.
    private(set) var stretches: [Stretch] = []
    /// What deleted, by deletes that count, what begins with an insert number: the first event of
    /// each step, of which a version has all or nothing.
    private(set) var deleters: [UInt32: [UInt32]] = [:]

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
            let stretch = Stretch(
                inserts: first..<(first + item.count),
                isVisible: isVisible,
                isSetAside: item.marks.contains(.hidden)
            )
            stretches.append(stretch)
        }
        section.visitDeletions { event, id in deleters[base + id, default: []].append(event) }
    }
}

extension Section {
    /// Visits what counting deletes removed: the step's first event, the first id of each item.
    fileprivate func visitDeletions(_ body: (_ event: UInt32, _ id: UInt32) -> Void) {
        for index in 0..<steps.count where !steps[index].isSetAside {
            for number in steps[index].targets.range {
                let target = tracker.targets[number]
                var id = target.id
                while id < target.id + target.count {
                    let cursor = tracker.find(id: id).cursor
                    body(steps[index].events.lowerBound, id)
                    id = tracker[cursor].id + tracker[cursor].count
                }
            }
        }
    }
}
