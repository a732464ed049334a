/// The merge of the latest section of a graph, kept while the graph grows.
///
/// It begins at a critical version; a change that forks off before that makes it begin anew.
struct GrowingMerge: ~Copyable {
    private var section = Section()
    /// The event of the critical version that the section begins after; nil for the empty text.
    private var base: UInt32?
    /// The end of what is merged; nothing is yet where it is 0.
    private var end: UInt32 = 0
    /// The last events of changes that are yet to be merged, after which others may go on.
    private var ends: [UInt32] = []

    init() {}

    /// Tells that a change ended with an event.
    mutating func note(end: UInt32) { ends.append(end) }

    /// The length of the text at a version of the graph.
    mutating func length(at version: Frontier, of graph: EventGraph) -> Int {
        let heads = version.heads.map { UInt32($0) }
        if !grow(to: heads, of: graph) { beginAnew(with: version, of: graph) }
        end = graph.runs.eventCount
        ends.removeAll(keepingCapacity: true)
        section.move(to: heads)
        return Int(section.tracker.preparedLength)
    }

    /// Merges what the graph has got since; false where somebody went on from before the section
    /// or from within a step.
    private mutating func grow(to heads: [UInt32], of graph: EventGraph) -> Bool {
        guard end > 0, heads.allSatisfy({ canGoOn(from: $0) }) else { return false }
        let parts = graph.parts(from: end)
        guard parts.allSatisfy({ canGoOn(with: $0, of: graph) }) else { return false }
        var plan = Section.Plan(parts: parts[...], length: 0)
        plan.stops = (ends + heads.filter { $0 >= end }).sorted()
        do {
            try section.extend(by: plan, of: graph)
        } catch {
            preconditionFailure("every place was checked when its change was added")
        }
        return true
    }

    private func canGoOn(from event: UInt32) -> Bool {
        event >= end || event == base || section.endsStep(with: event)
    }

    private func canGoOn(with part: History.Part, of graph: EventGraph) -> Bool {
        guard part.events.lowerBound == graph.changes.starts[part.change] else { return true }
        let parents = graph.changes.parents(of: part.change)
        return parents.isEmpty ? base == nil : parents.allSatisfy { canGoOn(from: $0) }
    }

    private mutating func beginAnew(with version: Frontier, of graph: EventGraph) {
        base = graph.sinceLastCritical(of: [graph.frontier, version]).base
        section = graph.section(since: [graph.frontier, version], cutAt: ends)
    }
}

extension EventGraph {
    /// The history from an event on.
    func parts(from event: UInt32) -> [History.Part] {
        guard event < runs.eventCount else { return [] }
        return (changes.index(of: event)..<changes.count).map { index in
            let events = events(ofChange: index)
            return History.Part(
                change: index,
                events: max(event, events.lowerBound)..<events.upperBound
            )
        }
    }
}
