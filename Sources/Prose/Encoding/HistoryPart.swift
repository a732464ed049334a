// What one replica sends another: some changes and the names of what they follow.
//
// Idea: the changes are a graph of their own, written as a whole history is; what they follow
// outside it is told by name, because replicas number events differently.

/// Changes without their past.
struct HistoryPart {
    /// The changes; what they follow elsewhere is not among their parents.
    var graph = EventGraph()
    /// Where the outside parents of each change end in `outside`.
    var outsideEnds: [UInt32] = []
    /// The events that changes follow and that are not among them: author by number, and sequence.
    var outside: [(author: UInt32, sequence: UInt32)] = []

    /// Makes the part without changes.
    init() {}

    /// Takes what a graph has and a version of it lacks, in O(changes).
    init(of whole: EventGraph, since frontier: Frontier) {
        let parts = whole.parts(since: frontier)
        /// For each change of the whole where its part begins there and here; nil for none.
        var begins: [(there: UInt32, here: UInt32)?] = []
        begins = Array(repeating: nil, count: whole.changes.count)
        var names: [EventName] = []
        for part in parts {
            begins[part.change] = (part.events.lowerBound, graph.runs.eventCount)
            let isStart = part.events.lowerBound == whole.changes.starts[part.change]
            let parents =
                isStart
                ? whole.changes.parents(of: part.change) : [part.events.lowerBound - 1]
            for parent in parents {
                let change = whole.changes.index(of: parent)
                if let begin = begins[change], parent >= begin.there {
                    graph.changes.append(parent: begin.here + parent - begin.there)
                } else {
                    names.append(whole.name(of: Int(parent)))
                }
            }
            outsideEnds.append(UInt32(names.count))
            graph.add(part, of: whole)
        }
        // Authors who only wrote what lies outside come last.
        outside = names.map { (graph.authors.add($0.author), UInt32($0.sequence)) }
    }

    /// The outside parents of a change.
    func outside(of change: Int) -> ArraySlice<(author: UInt32, sequence: UInt32)> {
        outside[Int(change == 0 ? 0 : outsideEnds[change - 1])..<Int(outsideEnds[change])]
    }
}

extension EventGraph {
    /// The parts of changes that a version lacks, in order of arrival.
    fileprivate func parts(since frontier: Frontier) -> [History.Part] {
        var starts = changes.starts
        let known = History(of: frontier, in: self)
        for index in 0..<known.count(in: self) {
            let part = known.part(index, in: self)
            starts[part.change] = part.events.upperBound
        }
        return starts.indices.compactMap { index in
            let end = events(ofChange: index).upperBound
            guard starts[index] < end else { return nil }
            return History.Part(change: index, events: starts[index]..<end)
        }
    }

    /// Adds a part of another graph's change, whose parents are there already.
    fileprivate mutating func add(_ part: History.Part, of other: EventGraph) {
        let (start, firstRun) = (runs.eventCount, runs.count)
        for index in other.runs.indices(of: part.events) {
            let run = other.runs.part(index, within: part.events)
            runs.append(run.kind, count: run.count, at: run.place, joins: false)
            if run.kind == .insert { text.append(other.text.text(of: run.inserts)) }
        }
        let author = authors.add(other.authors.keys[Int(other.changes.authors[part.change])])
        let sequence =
            other.changes.sequences[part.change] + part.events.lowerBound
            - other.changes.starts[part.change]
        changes.append(start: start, firstRun: firstRun, author: author, sequence: sequence)
        authors.advance(author, to: sequence + UInt32(part.events.count))
    }
}
