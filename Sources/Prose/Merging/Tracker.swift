// The heart of Eg-walker: Gentle and Kleppmann, "Collaborative Text Editing with Eg-walker"
// (EuroSys 2025, arXiv 2409.14252), section 3; the order of concurrent inserts is FugueMax of
// Weidner and Kleppmann, "The Art of the Fugue" (arXiv 2305.00583), as in the reference
// implementation.
//
// Idea: every event speaks of the text its author saw, the prepare version. The tracker keeps the
// scalars that concurrent events touched, each with its state in the prepare version: not yet
// inserted, inserted, or deleted so many times. Stepping over an event changes states, applying
// one finds its place by counting what is inserted. Scalars that behave alike stand in one item;
// the text from before the concurrency is one large item, cut where somebody touches it.
// Cost: O(log items) for each run that is applied or stepped over.

/// The text of a stretch of concurrent history, with what is deleted or not yet there.
struct Tracker: ~Copyable {
    /// Neighbouring scalars with consecutive ids that behave alike.
    struct Item: BitwiseCopyable {
        /// The id of the first scalar: its insert number in this stretch, or, with `Tracker.base`
        /// added, its place in the text before.
        var id: UInt32
        var count: UInt32
        /// The id that stood before the first scalar when it was inserted; `Tracker.edge` for none.
        var originLeft: UInt32
        /// The id that stood after all of them; `Tracker.edge` for none.
        var originRight: UInt32
        /// In the prepare version: 0 not yet inserted, 1 inserted, 2 and more deleted so often.
        var state: UInt32
        var marks: Marks

        /// The scalars that the prepare version shows.
        var prepared: UInt32 { state == 1 ? count : 0 }
        /// The scalars of the text before, shown or not.
        var before: UInt32 { id >= Tracker.base ? count : 0 }
    }

    /// What else is known of an item.
    struct Marks: OptionSet, BitwiseCopyable {
        var rawValue: UInt32
        /// Deleted by an event that counts.
        static let deleted = Marks(rawValue: 1)
        /// Inserted by an event that is set aside.
        static let hidden = Marks(rawValue: 2)
        /// Shown by the version that a patch starts from.
        static let shownBefore = Marks(rawValue: 4)
    }

    /// Scalars that a delete removed, by their ids, ascending.
    struct Target: BitwiseCopyable {
        var id: UInt32
        var count: UInt32
    }

    /// Where an item stands: its leaf and the place in it.
    struct Cursor {
        var leaf: UInt32
        var slot: Int
    }

    /// What is added to ids of the text before.
    static var base: UInt32 { 0x8000_0000 }
    /// Stands for the edge of the text where an origin is asked for.
    static var edge: UInt32 { .max }
    static var width: Int { 16 }

    /// Lane 0 counts what the prepare version shows, lane 1 what stood there before.
    private(set) var spine = Spine<SIMD2<UInt32>>()
    var items = Slab<Item>()
    private(set) var sizes = Slab<Int>()
    private(set) var following = Slab<UInt32>()
    private var leafOf = Slab<UInt32>()
    private(set) var targets = Slab<Target>()

    /// Makes a tracker of the empty text.
    init() { reset(before: 0) }

    /// Starts anew from a text of so many scalars.
    mutating func reset(before: UInt32) {
        spine.reset()
        items.truncate(to: 0)
        sizes.truncate(to: 0)
        following.truncate(to: 0)
        targets.truncate(to: 0)
        leafOf.truncate(to: 0)
        _ = makeLeaf()
        guard before > 0 else { return }
        let text = Item(
            id: Self.base,
            count: before,
            originLeft: Self.edge,
            originRight: Self.edge,
            state: 1,
            marks: []
        )
        put(text, at: Cursor(leaf: 0, slot: 0))
        spine.add([before, before], to: 0)
    }

    /// Makes room for ids below a number.
    mutating func makeRoom(inserts: Int) {
        leafOf.append(repeating: 0, count: inserts - leafOf.count)
    }

    /// Scalars of the prepare version.
    var preparedLength: UInt32 { spine.total.x }

    /// The item at a cursor.
    subscript(cursor: Cursor) -> Item {
        @inline(__always) get { items[Int(cursor.leaf) * Self.width + cursor.slot] }
        @inline(__always) set { items[Int(cursor.leaf) * Self.width + cursor.slot] = newValue }
    }

    /// Visits all items in the order of the text.
    func visit<Failure: Error>(_ body: (Item) throws(Failure) -> Void) throws(Failure) {
        var leaf: UInt32 = 0
        while leaf != .max {
            let first = Int(leaf) * Self.width
            for index in first..<(first + sizes[leaf]) { try body(items[index]) }
            leaf = following[leaf]
        }
    }

    /// Adds marks to the items that the prepare version shows.
    mutating func markShown(as mark: Marks) {
        for leaf in 0..<sizes.count {
            for slot in 0..<sizes[leaf] where items[leaf * Self.width + slot].state == 1 {
                items[leaf * Self.width + slot].marks.insert(mark)
            }
        }
    }

    /// Traps where the structure contradicts itself.
    func checkInvariants() {
        spine.checkInvariants()
        var leaf: UInt32 = 0
        while leaf != .max {
            var sum = SIMD2<UInt32>.zero
            for slot in 0..<sizes[leaf] {
                let item = self[Cursor(leaf: leaf, slot: slot)]
                precondition(item.count > 0)
                sum = sum &+ [item.prepared, item.before]
                guard item.id < Self.base else { continue }
                for id in item.id..<(item.id + item.count) { precondition(leafOf[id] == leaf) }
            }
            precondition(sum == spine.counts(of: leaf))
            leaf = following[leaf]
        }
    }
}

extension Tracker {
    /// The item with the scalar at a place of the prepare version, and the place in it.
    @inline(__always)
    func find(prepared place: UInt32) -> (cursor: Cursor, offset: UInt32) {
        var (leaf, rest) = spine.find(place, lane: 0)
        var slot = 0
        while true {
            let count = self[Cursor(leaf: leaf, slot: slot)].prepared
            if rest < count { break }
            rest -= count
            slot += 1
        }
        return (Cursor(leaf: leaf, slot: slot), rest)
    }

    /// The item with an id, and the place in it.
    @inline(__always)
    func find(id: UInt32) -> (cursor: Cursor, offset: UInt32) {
        let leaf = id < Self.base ? leafOf[id] : spine.find(id - Self.base, lane: 1).leaf
        var cursor = Cursor(leaf: leaf, slot: 0)
        while id &- self[cursor].id >= self[cursor].count { cursor.slot += 1 }
        return (cursor, id - self[cursor].id)
    }

    /// Whether the scalar with one id stands before that with another.
    func stands(_ first: UInt32, before second: UInt32) -> Bool {
        let (one, other) = (find(id: first), find(id: second))
        guard one.cursor.leaf == other.cursor.leaf else {
            return spine.stands(one.cursor.leaf, before: other.cursor.leaf)
        }
        return (one.cursor.slot, one.offset) < (other.cursor.slot, other.offset)
    }

    /// The cursor at the next item, if there is one from this place on.
    @inline(__always)
    func settled(_ cursor: Cursor) -> Cursor? {
        var cursor = cursor
        while cursor.slot >= sizes[cursor.leaf] {
            guard following[cursor.leaf] != .max else { return nil }
            cursor = Cursor(leaf: following[cursor.leaf], slot: 0)
        }
        return cursor
    }

    /// Splits the leaf where it lacks room for two more items; the cursor follows its item.
    @inline(__always)
    mutating func makeRoom(at cursor: inout Cursor) {
        if sizes[cursor.leaf] + 2 > Self.width { splitLeaf(at: &cursor) }
    }

    /// Puts an item into a leaf with room; does not count it.
    @inline(__always)
    mutating func put(_ item: Item, at cursor: Cursor) {
        let index = Int(cursor.leaf) * Self.width + cursor.slot
        let end = Int(cursor.leaf) * Self.width + sizes[cursor.leaf]
        items.move(index..<end, to: index + 1)
        items[index] = item
        sizes[cursor.leaf] += 1
        note(item.id, item.count, in: cursor.leaf)
    }

    /// Notes in which leaf new scalars stand.
    @inline(__always)
    mutating func note(_ id: UInt32, _ count: UInt32, in leaf: UInt32) {
        guard id < Self.base else { return }
        leafOf.fill(Int(id)..<Int(id + count), with: leaf)
    }

    /// Counts a change of what a leaf shows in the prepare version.
    @inline(__always)
    mutating func count(_ change: UInt32, in leaf: UInt32) {
        spine.add([change, 0], to: leaf)
    }

    /// Remembers which scalars a delete removed.
    mutating func record(_ id: UInt32, _ count: UInt32) {
        targets.append(Target(id: id, count: count))
    }

    /// Cuts an item of a leaf with room in two before the scalar at `offset`.
    @inline(__always)
    mutating func cut(_ cursor: Cursor, at offset: UInt32) {
        var tail = self[cursor]
        self[cursor].count = offset
        tail.id += offset
        tail.count -= offset
        tail.originLeft = tail.id - 1
        let index = Int(cursor.leaf) * Self.width + cursor.slot + 1
        items.move(index..<Int(cursor.leaf) * Self.width + sizes[cursor.leaf], to: index + 1)
        items[index] = tail
        sizes[cursor.leaf] += 1
    }

    /// Cuts so that `count` scalars from `offset` on are an item of their own; returns where.
    @inline(__always)
    mutating func isolate(_ cursor: Cursor, _ offset: UInt32, _ count: UInt32) -> Cursor {
        var cursor = cursor
        guard offset > 0 || count < self[cursor].count else { return cursor }
        makeRoom(at: &cursor)
        if offset > 0 {
            cut(cursor, at: offset)
            cursor.slot += 1
        }
        if count < self[cursor].count { cut(cursor, at: count) }
        return cursor
    }

    private mutating func makeLeaf() -> UInt32 {
        let none = Item(id: 0, count: 0, originLeft: 0, originRight: 0, state: 0, marks: [])
        items.append(repeating: none, count: Self.width)
        sizes.append(0)
        following.append(.max)
        return UInt32(sizes.count - 1)
    }

    /// Moves the upper half of a full leaf into a new one behind it.
    @inline(never)
    private mutating func splitLeaf(at cursor: inout Cursor) {
        let (leaf, new) = (cursor.leaf, makeLeaf())
        let (size, half) = (sizes[leaf], sizes[leaf] / 2)
        var moved = SIMD2<UInt32>.zero
        for slot in half..<size {
            let item = self[Cursor(leaf: leaf, slot: slot)]
            self[Cursor(leaf: new, slot: slot - half)] = item
            note(item.id, item.count, in: new)
            moved = moved &+ [item.prepared, item.before]
        }
        (sizes[leaf], sizes[new]) = (half, size - half)
        (following[new], following[leaf]) = (following[leaf], new)
        spine.insert(new, after: leaf)
        spine.add(.zero &- moved, to: leaf)
        spine.add(moved, to: new)
        if cursor.slot >= half { cursor = Cursor(leaf: new, slot: cursor.slot - half) }
    }
}
