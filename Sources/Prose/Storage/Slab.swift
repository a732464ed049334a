// Growable storage with one owner. An `Array` in a struct asks at each write whether it is shared;
// in the inner loops of a merge that costs a third of the time (docs/benchmarks.md). A slab is
// shared with nobody, so it only checks the bounds, and it checks them always.

/// Elements in one allocation that has exactly one owner.
@safe struct Slab<Element: BitwiseCopyable>: ~Copyable {
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    /// The number of elements.
    private(set) var count = 0

    /// Makes an empty slab with room for some elements.
    init(capacity: Int = 0) {
        unsafe base = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit { unsafe base.deallocate() }

    /// The element at a place, in O(1); traps outside the slab.
    subscript(index: Int) -> Element {
        @inline(__always) get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            // The line above proves that the place is inside.
            return unsafe base[index]
        }
        @inline(__always) set {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            // The line above proves that the place is inside.
            unsafe base[index] = newValue
        }
    }

    /// The element at a place, in O(1); traps outside the slab.
    subscript(index: UInt32) -> Element {
        @inline(__always) get { self[Int(index)] }
        @inline(__always) set { self[Int(index)] = newValue }
    }

    /// Adds an element at the end, in amortised O(1).
    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(to: count + 1) }
        unsafe (base + count).initialize(to: element)
        count += 1
    }

    /// Adds copies of an element at the end.
    mutating func append(repeating element: Element, count more: Int) {
        if count + more > capacity { grow(to: count + more) }
        unsafe (base + count).initialize(repeating: element, count: more)
        count += more
    }

    /// Overwrites a range with one element; traps outside the slab.
    @inline(__always)
    mutating func fill(_ range: Range<Int>, with element: Element) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        for index in range { unsafe base[index] = element }
    }

    /// Moves elements within the slab, like `memmove`; traps outside the slab.
    @inline(__always)
    mutating func move(_ range: Range<Int>, to start: Int) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        precondition(start >= 0 && start <= count - range.count)
        unsafe (base + start).update(from: base + range.lowerBound, count: range.count)
    }

    /// Forgets all elements from a place on and keeps the room.
    mutating func truncate(to count: Int) {
        precondition(count >= 0 && count <= self.count)
        self.count = count
    }

    @inline(never)
    private mutating func grow(to needed: Int) {
        let roomier = max(needed, capacity + capacity / 2 + 16)
        let bigger = UnsafeMutablePointer<Element>.allocate(capacity: roomier)
        unsafe bigger.moveInitialize(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = bigger
        capacity = roomier
    }
}
