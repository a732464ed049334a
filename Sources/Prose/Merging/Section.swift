// A section is a stretch of history that holds all that is concurrent with any of it: everything
// before is in the past of everything in it, and everything after has all of it in its past.
//
// Idea: cut the changes into steps where somebody forks off, so that a step is always stepped over
// whole. Visit the steps, parents first; before each, move the tracker to the version its author
// saw: back over what he had not seen, forward over what he had. Cost: O(log n) for each run that
// is applied or stepped over.

/// The replay of one stretch of concurrent history.
struct Section: ~Copyable {
    /// What to replay, and on what.
    struct Plan {
        var parts: ArraySlice<History.Part>
        /// The length of the text before.
        var length: UInt32
        var aside = SetAside()
        /// Events after which somebody will want to see the text.
        var stops: [UInt32] = []
    }

    /// Events that are always stepped over together.
    struct Step: BitwiseCopyable {
        let change: Int
        let events: Stretch
        /// Where its parents lie in `parents`.
        let parents: Stretch
        let isSetAside: Bool
        /// The run that it begins in.
        let firstRun: UInt32
        /// The ids that it inserts.
        let ids: Stretch
        /// What it deletes, as places in the tracker's targets.
        var targets = Stretch(0..<0)
    }

    var tracker = Tracker()
    private(set) var steps = Slab<Step>()
    private(set) var parents = Slab<UInt32>()
    private var marks = StepMarks()
    /// The steps that are the heads of the version at which the tracker is.
    private var version = Slab<UInt32>()
    private var order = StepOrder()
    private var walk = StepWalk()
    private var pasts = StepPasts()
    /// Whether the steps are few and will not become more.
    private var isSmall = false
    private var ties = Ties()
    private var origin: UInt32 = 0
    /// The insert number of the scalar with id 0.
    private(set) var firstInsert: UInt32 = 0

    /// Makes a section without history.
    init() {}

    /// Replays a plan.
    mutating func replay(_ plan: Plan, of graph: EventGraph) throws(EventGraphError) {
        var lengths: [UInt32] = []
        try replay(plan, of: graph, lengths: &lengths)
    }

    /// Replays a plan and notes the length of the text after each change that ends in it, unless
    /// there are no lengths at all.
    mutating func replay(
        _ plan: Plan,
        of graph: EventGraph,
        lengths: inout [UInt32]
    ) throws(EventGraphError) {
        begin(plan, of: graph)
        order.begin(steps, parents)
        while let index = order.next() {
            try visit(index, of: graph)
            let step = steps[index]
            if !lengths.isEmpty,
                step.events.upperBound == graph.events(ofChange: step.change).upperBound
            {
                lengths[step.change] = tracker.preparedLength
            }
        }
    }

    /// Replays what has come since, in order of arrival.
    ///
    /// The parents of all parts, and what else they are to be cut at, are ends of steps so far or
    /// lie in the plan.
    mutating func extend(by plan: Plan, of graph: EventGraph) throws(EventGraphError) {
        let known = steps.count
        isSmall = false
        add(plan, of: graph)
        walk.makeRoom(steps: steps.count)
        for index in known..<steps.count { try visit(index, of: graph) }
    }

    /// Whether a step ends with an event.
    func endsStep(with event: UInt32) -> Bool { marks.contains(event) }

    /// Moves the tracker to a version whose heads are ends of steps, or before the section.
    mutating func move(to heads: [UInt32]) {
        let first = parents.count
        for head in heads where head >= origin { parents.append(marks.rank(of: head)) }
        move(to: UInt32(first)..<UInt32(parents.count))
        version.truncate(to: 0)
        for index in first..<parents.count { version.append(parents[index]) }
        parents.truncate(to: first)
    }

    /// The event that inserted the scalar with an id.
    func event(inserting id: UInt32, of graph: EventGraph) -> UInt32 {
        graph.runs.event(inserting: firstInsert + id)
    }
}

extension Section {
    private mutating func begin(_ plan: Plan, of graph: EventGraph) {
        steps.truncate(to: 0)
        parents.truncate(to: 0)
        version.truncate(to: 0)
        marks.reset()
        walk.reset()
        ties.reset(graph.authors.keys)
        origin = plan.parts.first?.events.lowerBound ?? 0
        firstInsert = graph.runs.inserts(before: origin)
        tracker.reset(before: plan.length)
        add(plan, of: graph)
        isSmall = steps.count <= StepPasts.limit
        if isSmall { pasts.reset(steps, parents) } else { walk.makeRoom(steps: steps.count) }
    }

    /// Adds the steps of a plan behind those there are.
    private mutating func add(_ plan: Plan, of graph: EventGraph) {
        guard let last = plan.parts.last else { return }
        let inserts = graph.runs.inserts(before: last.events.upperBound) - firstInsert
        tracker.makeRoom(inserts: Int(inserts))
        ties.update(graph.authors.keys)
        mark(plan, of: graph)
        for part in plan.parts { addSteps(of: part, aside: plan.aside, of: graph) }
    }

    private mutating func visit(_ index: Int, of graph: EventGraph) throws(EventGraphError) {
        move(to: steps[index].parents.range)
        try apply(index, of: graph)
        if isSmall { pasts.apply(index) }
        version.truncate(to: 0)
        version.append(UInt32(index))
    }

    /// Marks where steps end: with a part, at a fork, where setting aside begins or ends.
    private mutating func mark(_ plan: Plan, of graph: EventGraph) {
        var stops = plan.stops[...]
        for part in plan.parts {
            while let stop = stops.first, stop < part.events.upperBound {
                if stop >= origin { marks.insert(stop) }
                stops.removeFirst()
            }
            marks.insert(part.events.upperBound - 1)
            guard isStart(part, of: graph) else { continue }
            for index in graph.changes.parentRange(of: part.change) {
                let parent = graph.changes.parents[index]
                if parent >= origin { marks.insert(parent) }
            }
        }
        markAside(plan)
    }

    /// Marks where setting aside begins or ends within a part.
    private mutating func markAside(_ plan: Plan) {
        var next = 0
        for part in plan.parts {
            let (first, end) = (part.events.lowerBound, part.events.upperBound)
            while next < plan.aside.ranges.count, plan.aside.ranges[next].upperBound <= first {
                next += 1
            }
            for range in plan.aside.ranges[next...].prefix(while: { $0.lowerBound < end }) {
                if range.lowerBound > first { marks.insert(range.lowerBound - 1) }
                if range.upperBound < end { marks.insert(range.upperBound - 1) }
            }
        }
    }

    private func isStart(_ part: History.Part, of graph: EventGraph) -> Bool {
        part.events.lowerBound == graph.changes.starts[part.change]
    }

    private mutating func addSteps(
        of part: History.Part,
        aside: SetAside,
        of graph: EventGraph
    ) {
        let isStart = isStart(part, of: graph)
        var own = Stretch(addParents(of: part, isStart: isStart, of: graph))
        var start = part.events.lowerBound
        var run = isStart ? Int(graph.changes.firstRuns[part.change]) : graph.runs.index(of: start)
        var firstID = graph.runs.inserts(before: start, in: run) - firstInsert
        while start < part.events.upperBound {
            // Every mark ends a step, so the next one's mark has the rank of the step.
            let end = min(marks[steps.count] + 1, part.events.upperBound)
            let firstRun = run
            run = graph.runs.lastIndex(startingBefore: end, from: run)
            let nextID = graph.runs.inserts(before: end, in: run) - firstInsert
            let step = Step(
                change: part.change,
                events: Stretch(start..<end),
                parents: own,
                isSetAside: !aside.ranges.isEmpty && aside.isSetAside(start),
                firstRun: UInt32(firstRun),
                ids: Stretch(firstID..<nextID)
            )
            steps.append(step)
            ties.append(
                firstID: firstID,
                author: graph.changes.authors[part.change],
                sequence: graph.changes.sequences[part.change]
                    + (start - graph.changes.starts[part.change])
            )
            if run + 1 < graph.runs.count, graph.runs.starts[run + 1] == end { run += 1 }
            (start, firstID, own) = (end, nextID, Stretch(parents.count..<parents.count + 1))
            if start < part.events.upperBound { parents.append(UInt32(steps.count - 1)) }
        }
    }

    /// Adds the parents of a part, by their steps; returns where they lie.
    private mutating func addParents(
        of part: History.Part,
        isStart: Bool,
        of graph: EventGraph
    ) -> Range<Int> {
        let first = parents.count
        if isStart {
            for index in graph.changes.parentRange(of: part.change) {
                let parent = graph.changes.parents[index]
                guard parent >= origin else { continue }
                parents.append(marks.rank(of: parent, before: steps.count))
            }
        } else if part.events.lowerBound > origin {
            parents.append(marks.rank(of: part.events.lowerBound - 1, before: steps.count))
        }
        return first..<parents.count
    }

    /// Moves the tracker from its version to that of some steps, which lie in `parents`.
    private mutating func move(to heads: Range<UInt32>) {
        if heads.count == 1, version.count == 1, parents[heads.lowerBound] == version[0] { return }
        if isSmall { moveBySets(to: heads) } else { moveByWalking(to: heads) }
    }

    private mutating func moveBySets(to heads: Range<UInt32>) {
        pasts.aim(at: heads, of: parents)
        while let index = pasts.takeBack() { shift(steps[index], by: 0 &- 1) }
        while let index = pasts.add() { shift(steps[index], by: 1) }
    }

    private mutating func moveByWalking(to heads: Range<UInt32>) {
        walk.begin()
        for index in 0..<version.count { walk.reach(version[index], from: .old) }
        for index in heads { walk.reach(parents[index], from: .new) }
        while let (index, side) = walk.next() {
            let step = steps[index]
            if side == .old { shift(step, by: 0 &- 1) }
            for parent in step.parents.range { walk.reach(parents[parent], from: side) }
        }
        for place in 0..<walk.added.count {
            let last = walk.added.count - 1 - place
            shift(steps[walk.added[last]], by: 1)
        }
    }

    /// Steps over a step: its deletes before its inserts on the way back, after them forth.
    private mutating func shift(_ step: Step, by direction: UInt32) {
        if direction == 1, !step.ids.isEmpty {
            tracker.shift(step.ids.lowerBound, count: step.ids.count, by: direction)
        }
        for index in step.targets.range {
            let target = tracker.targets[index]
            tracker.shift(target.id, count: target.count, by: direction)
        }
        if direction != 1, !step.ids.isEmpty {
            tracker.shift(step.ids.lowerBound, count: step.ids.count, by: direction)
        }
    }

    private mutating func apply(_ index: Int, of graph: EventGraph) throws(EventGraphError) {
        let step = steps[index]
        let firstTarget = tracker.targets.count
        var run = Int(step.firstRun)
        while run < graph.runs.count, graph.runs.starts[run] < step.events.upperBound {
            try apply(graph.runs.part(run, within: step.events.range), of: step)
            run += 1
        }
        steps[index].targets = Stretch(firstTarget..<tracker.targets.count)
    }

    private mutating func apply(
        _ run: Runs.Run,
        of step: Step
    ) throws(EventGraphError) {
        let length = tracker.preparedLength
        if run.kind == .insert {
            guard run.place <= length else { throw run.beyondText(of: length) }
            let new = Tracker.Insertion(
                id: run.insertStart - firstInsert,
                count: run.count,
                place: run.place,
                marks: step.isSetAside ? .hidden : []
            )
            tracker.insert(new, ties: ties)
        } else {
            guard run.leftmost <= length, run.count <= length - run.leftmost else {
                throw run.beyondText(of: length)
            }
            tracker.delete(run.count, at: run.leftmost, counts: !step.isSetAside)
        }
    }
}

extension Runs.Run {
    /// That the run does not fit a text of so many scalars.
    func beyondText(of length: UInt32) -> EventGraphError {
        .beyondText(event: Int(events.lowerBound), place: Int(place), length: Int(length))
    }
}
