/// The events that are set aside: their inserts do not show, their deletes delete nothing.
struct SetAside {
    /// Ranges that neither touch nor overlap, ascending.
    private(set) var ranges: [Range<UInt32>] = []

    /// Takes ranges as somebody named them.
    init(_ named: [Range<EventIndex>] = []) {
        for range in named.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            let (start, end) = (UInt32(range.lowerBound), UInt32(range.upperBound))
            if let last = ranges.last, last.upperBound >= start {
                ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, end)
            } else {
                ranges.append(start..<end)
            }
        }
    }

    /// Whether an event is set aside, in O(log ranges).
    func isSetAside(_ event: UInt32) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= event { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(event)
    }
}
