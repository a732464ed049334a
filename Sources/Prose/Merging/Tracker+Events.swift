// What an event does to a tracker: apply an insert or a delete, or step over one.

extension Tracker {
    /// Scalars to insert: their ids, and who decides where concurrent ones stand.
    struct Insertion {
        let id: UInt32
        let count: UInt32
        let place: UInt32
        let marks: Marks
    }

    /// Inserts scalars at a place of the prepare version, which is at most its length.
    mutating func insert(_ new: Insertion, ties: borrowing Ties) {
        var cursor = Cursor(leaf: 0, slot: 0)
        var left = Self.edge
        if new.place > 0 {
            let (found, offset) = find(prepared: new.place - 1)
            cursor = found
            left = self[cursor].id + offset
            if offset + 1 < self[cursor].count {
                return insert(new, inside: cursor, at: offset + 1)
            }
            cursor.slot += 1
        }
        let start = settled(cursor)
        let isConcurrent = start.map { self[$0].state == 0 } ?? false
        let right = isConcurrent ? originRight(from: start) : start.map { self[$0].id } ?? Self.edge
        if !isConcurrent {
            if extend(new, left: left, right: right, before: cursor) { return }
            place(new, left: left, right: right, at: cursor)
        } else if let start {
            let landing = landing(of: new.id, from: start, left: left, right: right, ties: ties)
            place(new, left: left, right: right, at: landing ?? cursor)
        }
    }

    /// Deletes scalars from a place of the prepare version on, which has them, and records which.
    mutating func delete(_ count: UInt32, at place: UInt32, counts: Bool) {
        var left = count
        var (cursor, offset) = find(prepared: place)
        while left > 0, let next = settled(cursor) {
            cursor = next
            let item = self[cursor]
            if item.state == 1 {
                let taken = min(left, item.count - offset)
                cursor = isolate(cursor, offset, taken)
                self[cursor].state = 2
                if counts { self[cursor].marks.insert(.deleted) }
                self.count(0 &- taken, in: cursor.leaf)
                record(item.id + offset, taken)
                left -= taken
            }
            (cursor.slot, offset) = (cursor.slot + 1, 0)
        }
    }

    /// Steps over scalars, back by -1 (wrapping) or forth by 1: over their insert or a delete.
    mutating func shift(_ first: UInt32, count: UInt32, by step: UInt32) {
        let end = first + count
        var id = first
        while id < end {
            var (cursor, offset) = find(id: id)
            let item = self[cursor]
            let taken = min(end - id, item.count - offset)
            cursor = isolate(cursor, offset, taken)
            let state = item.state &+ step
            self[cursor].state = state
            if item.state == 1 { self.count(0 &- taken, in: cursor.leaf) }
            if state == 1 { self.count(taken, in: cursor.leaf) }
            id += taken
        }
    }
}

extension Tracker {
    private mutating func insert(_ new: Insertion, inside item: Cursor, at offset: UInt32) {
        var cursor = item
        makeRoom(at: &cursor)
        let left = self[cursor].id + offset - 1
        cut(cursor, at: offset)
        cursor.slot += 1
        put(new, left: left, right: left + 1, at: cursor)
    }

    /// The first scalar from here on that the prepare version has or had.
    private func originRight(from start: Cursor?) -> UInt32 {
        var cursor = start
        while let here = cursor {
            if self[here].state != 0 { return self[here].id }
            cursor = settled(Cursor(leaf: here.leaf, slot: here.slot + 1))
        }
        return Self.edge
    }

    /// Lets the item before grow where the new scalars go on with it.
    @inline(__always)
    private mutating func extend(
        _ new: Insertion,
        left: UInt32,
        right: UInt32,
        before cursor: Cursor
    ) -> Bool {
        guard left != Self.edge, left &+ 1 == new.id else { return false }
        let item = Cursor(leaf: cursor.leaf, slot: cursor.slot - 1)
        guard self[item].originRight == right, self[item].marks == new.marks else { return false }
        self[item].count += new.count
        note(new.id, new.count, in: item.leaf)
        count(new.count, in: item.leaf)
        return true
    }

    private mutating func place(
        _ new: Insertion,
        left: UInt32,
        right: UInt32,
        at landing: Cursor
    ) {
        var cursor = landing
        makeRoom(at: &cursor)
        put(new, left: left, right: right, at: cursor)
    }

    private mutating func put(_ new: Insertion, left: UInt32, right: UInt32, at cursor: Cursor) {
        let item = Item(
            id: new.id,
            count: new.count,
            originLeft: left,
            originRight: right,
            state: 1,
            marks: new.marks
        )
        put(item, at: cursor)
        count(new.count, in: cursor.leaf)
    }

    /// Where an insert lands among concurrent ones at its place (FugueMax); nil at the start.
    ///
    /// Whose left origin stands further left ends the search; with the same left origin, the
    /// right origins decide, and between equals `ties`.
    private func landing(
        of id: UInt32,
        from start: Cursor,
        left: UInt32,
        right: UInt32,
        ties: borrowing Ties
    ) -> Cursor? {
        var landing: Cursor?
        var isScanning = false
        var next: Cursor? = start
        while let here = next {
            let other = self[here]
            guard other.state == 0 else { break }
            if other.originLeft == left {
                if other.originRight == right, ties.stands(id, before: other.id) {
                    break
                }
                isScanning = isRight(right, behind: other.originRight)
            } else if isLeft(other.originLeft, before: left) {
                break
            }
            let after = Cursor(leaf: here.leaf, slot: here.slot + 1)
            if !isScanning { landing = after }
            next = settled(after)
        }
        return landing
    }

    private func isLeft(_ first: UInt32, before second: UInt32) -> Bool {
        if second == Self.edge { return false }
        return first == Self.edge || self.stands(first, before: second)
    }

    private func isRight(_ second: UInt32, behind first: UInt32) -> Bool {
        if first == second || first == Self.edge { return false }
        return second == Self.edge || self.stands(first, before: second)
    }
}
