/// The order in which a section visits its steps: parents first, and along a branch while it lasts,
/// so that two people who wrote for long apart are not stepped over for each other's every word.
struct StepOrder: ~Copyable {
    /// How many parents of each step are yet to be visited; `done` for visited steps.
    private var missing = Slab<UInt32>()
    /// Where the children of each step end in `children`.
    private var childEnds = Slab<UInt32>()
    private var children = Slab<UInt32>()
    private var last: UInt32?
    /// No step before this one is left.
    private var first: UInt32 = 0

    private static var done: UInt32 { .max }

    init() {}

    /// Starts with some steps, whose parents lie in a slab.
    mutating func begin(_ steps: borrowing Slab<Section.Step>, _ parents: borrowing Slab<UInt32>) {
        missing.truncate(to: 0)
        childEnds.truncate(to: 0)
        childEnds.append(repeating: 0, count: steps.count + 1)
        (last, first) = (nil, 0)
        var total = 0
        for index in 0..<steps.count {
            let own = steps[index].parents
            missing.append(own.count)
            total += Int(own.count)
            for place in own.range { childEnds[parents[place] + 1] += 1 }
        }
        children.truncate(to: 0)
        children.append(repeating: 0, count: total)
        for index in 1..<childEnds.count { childEnds[index] += childEnds[index - 1] }
        // Each end starts as the start; filling moves it to its place.
        for index in 0..<steps.count {
            for place in steps[index].parents.range {
                let parent = parents[place]
                children[childEnds[parent]] = UInt32(index)
                childEnds[parent] += 1
            }
        }
    }

    /// The next step; nil when all were visited.
    mutating func next() -> Int? {
        let next = readyChild() ?? leastLeft()
        guard let next else { return nil }
        missing[next] = Self.done
        for place in childRange(of: next) { missing[children[place]] -= 1 }
        last = next
        return Int(next)
    }

    private func childRange(of step: UInt32) -> Range<UInt32> {
        (step == 0 ? 0 : childEnds[step - 1])..<childEnds[step]
    }

    private func readyChild() -> UInt32? {
        guard let last else { return nil }
        for place in childRange(of: last) where missing[children[place]] == 0 {
            return children[place]
        }
        return nil
    }

    /// The least step left; its parents are less and so have been visited.
    private mutating func leastLeft() -> UInt32? {
        while first < missing.count, missing[first] == Self.done { first += 1 }
        return first < missing.count ? first : nil
    }
}
