// A text for editing: Boehm, Atkinson and Plass, "Ropes: an Alternative to Strings" (1995), as a
// counted B-tree.
//
// Idea: UTF-8 in chunks of up to 512 bytes under a spine that counts scalars, bytes and line feeds,
// so that each of them leads to the others. The chunk of the last edit is remembered, as the next
// one is mostly near. Cost: O(log n) for any question or edit, plus the bytes that it moves.

/// A text that is edited in place; places are Unicode scalars.
public struct Rope: ~Copyable {
    static let width = 512
    static let none = UInt32.max
    /// The lanes of the spine's counts.
    enum Lane {
        static let scalars = 0
        static let bytes = 1
        static let feeds = 2
    }

    var spine = Spine<SIMD4<UInt32>>()
    var bytes = Slab<UInt8>()
    var following = Slab<UInt32>()
    var preceding = Slab<UInt32>()
    private var free = Slab<UInt32>()
    private var recent: UInt32 = 0
    private var recentStart: UInt32 = 0

    /// Makes a rope of a text, in O(n).
    public init(_ text: String = "") {
        let utf8 = text.utf8Span.span
        // A text at rest takes no more than it needs; the first edits make room for more.
        let chunks = utf8.count / (Self.width - 3) + 1
        bytes = Slab(capacity: chunks * Self.width)
        following = Slab(capacity: chunks)
        preceding = Slab(capacity: chunks)
        _ = makeChunk()
        var (start, last) = (0, UInt32(0))
        while start < utf8.count {
            let end = utf8.scalarBoundary(before: start + Self.width)
            if start > 0 {
                let chunk = makeChunk()
                link(chunk, after: last)
                last = chunk
            }
            put(utf8, start..<end, at: 0, in: last)
            start = end
        }
    }

    /// The number of scalars.
    public var scalarCount: Int { Int(spine.total[Lane.scalars]) }
    /// The number of bytes in UTF-8.
    public var utf8Count: Int { Int(spine.total[Lane.bytes]) }
    /// The number of lines: one more than there are line feeds.
    public var lineCount: Int { Int(spine.total[Lane.feeds]) + 1 }

    /// Inserts text before the scalar at `place`.
    public mutating func insert(_ text: String, at place: Int) throws(RopeError) {
        guard place >= 0, place <= scalarCount else {
            throw .beyondText(place: place, length: scalarCount)
        }
        let utf8 = text.utf8Span.span
        guard utf8.count <= Limits.textBytes - utf8Count else {
            throw .tooLong(limit: Limits.textBytes)
        }
        var (start, place) = (0, UInt32(place))
        while start < utf8.count {
            // Half a full chunk is at most three bytes more than half, and both must fit.
            let end = utf8.scalarBoundary(before: start + Self.width / 2 - 4)
            place += insert(utf8, start..<end, at: place)
            start = end
        }
    }

    /// Removes scalars from `place` on.
    public mutating func delete(_ count: Int, at place: Int) throws(RopeError) {
        guard count >= 0, place >= 0, place <= scalarCount, count <= scalarCount - place else {
            throw .beyondText(place: place, length: scalarCount)
        }
        var left = UInt32(count)
        while left > 0 { left -= delete(upTo: left, at: UInt32(place)) }
    }

    /// The whole text, in O(n).
    public var text: String {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(utf8Count)
        var chunk = spine.find(0, lane: Lane.scalars).leaf
        while chunk != Self.none {
            for place in range(of: chunk) { utf8.append(bytes[place]) }
            chunk = following[chunk]
        }
        return String(decoding: utf8, as: UTF8.self)
    }

    /// Traps where the structure contradicts itself.
    public func checkInvariants() {
        spine.checkInvariants()
        var chunk = spine.find(0, lane: Lane.scalars).leaf
        var sum = SIMD4<UInt32>.zero
        while chunk != Self.none {
            let range = range(of: chunk)
            let counts = counts(of: range)
            precondition(counts == spine.counts(of: chunk))
            precondition(range.isEmpty || bytes[range.lowerBound].startsScalar)
            (sum, chunk) = (sum &+ counts, following[chunk])
        }
        precondition(sum == spine.total)
    }
}

/// Why a rope was not edited.
public enum RopeError: Error, Hashable, CustomStringConvertible {
    /// "place 12 is beyond the text of 9 scalars"
    case beyondText(place: Int, length: Int)
    /// "a text holds at most 2147483647 bytes"
    case tooLong(limit: Int)

    /// One line: what does not fit, and where.
    public var description: String {
        switch self {
        case .beyondText(let place, let length):
            "place \(place) is beyond the text of \(length) scalars"
        case .tooLong(let limit): "a text holds at most \(limit) bytes"
        }
    }
}

extension Rope {
    /// Where a chunk's bytes lie.
    func range(of chunk: UInt32) -> Range<Int> {
        let start = Int(chunk) * Self.width
        return start..<(start + Int(spine.counts(of: chunk)[Lane.bytes]))
    }

    /// The offset in a chunk of the scalar at a place of it.
    func offset(ofScalar place: UInt32, in chunk: UInt32) -> Int {
        let counts = spine.counts(of: chunk)
        if counts[Lane.scalars] == counts[Lane.bytes] { return Int(place) }
        var (offset, left) = (Int(chunk) * Self.width, place)
        while left > 0 {
            offset += bytes[offset].scalarWidth
            left -= 1
        }
        return offset - Int(chunk) * Self.width
    }

    /// What a range of bytes counts.
    func counts(of range: Range<Int>) -> SIMD4<UInt32> {
        var (scalars, feeds): (UInt32, UInt32) = (0, 0)
        for place in range {
            let byte = bytes[place]
            if byte.startsScalar { scalars += 1 }
            if byte == UInt8(ascii: "\n") { feeds += 1 }
        }
        return [scalars, UInt32(range.count), feeds, 0]
    }

    private mutating func find(_ place: UInt32) -> (chunk: UInt32, rest: UInt32) {
        let count = spine.counts(of: recent)[Lane.scalars]
        if place >= recentStart, place - recentStart < count {
            return (recent, place - recentStart)
        }
        let found = spine.find(place, lane: Lane.scalars)
        (recent, recentStart) = (found.leaf, place - found.rest)
        return (found.leaf, found.rest)
    }

    /// Inserts at most half a chunk of text; returns how many scalars that were.
    private mutating func insert(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        at place: UInt32
    ) -> UInt32 {
        // The scalar before decides, so that typing on stays in its chunk.
        var (chunk, rest) = place == 0 ? find(0) : find(place - 1)
        if place > 0 { rest += 1 }
        if Int(spine.counts(of: chunk)[Lane.bytes]) + range.count > Self.width {
            split(chunk)
            (chunk, rest) = place == 0 ? find(0) : find(place - 1)
            if place > 0 { rest += 1 }
        }
        let before = spine.counts(of: chunk)[Lane.scalars]
        put(text, range, at: offset(ofScalar: rest, in: chunk), in: chunk)
        return spine.counts(of: chunk)[Lane.scalars] - before
    }

    /// Puts bytes into a chunk with room.
    private mutating func put(
        _ text: Span<UInt8>,
        _ range: Range<Int>,
        at offset: Int,
        in chunk: UInt32
    ) {
        let start = Int(chunk) * Self.width
        let end = start + Int(spine.counts(of: chunk)[Lane.bytes])
        bytes.move(start + offset..<end, to: start + offset + range.count)
        var (scalars, feeds): (UInt32, UInt32) = (0, 0)
        var place = start + offset
        for index in range {
            let byte = text[index]
            bytes[place] = byte
            if byte.startsScalar { scalars += 1 }
            if byte == UInt8(ascii: "\n") { feeds += 1 }
            place += 1
        }
        spine.add([scalars, UInt32(range.count), feeds, 0], to: chunk)
    }

    /// Removes at most so many scalars within one chunk; returns how many.
    private mutating func delete(upTo limit: UInt32, at place: UInt32) -> UInt32 {
        let (chunk, rest) = find(place)
        let removed = min(limit, spine.counts(of: chunk)[Lane.scalars] - rest)
        let start = Int(chunk) * Self.width
        let first = start + offset(ofScalar: rest, in: chunk)
        let end = start + offset(ofScalar: rest + removed, in: chunk)
        let all = range(of: chunk)
        let gone = counts(of: first..<end)
        bytes.move(end..<all.upperBound, to: first)
        spine.add(.zero &- gone, to: chunk)
        if all.count - (end - first) < Self.width / 4 { tidy(chunk) }
        return removed
    }

    /// Joins a small chunk with the one behind it, where both fit into half a chunk.
    private mutating func tidy(_ chunk: UInt32) {
        let after = following[chunk]
        if after != Self.none, range(of: chunk).count + range(of: after).count <= Self.width / 2 {
            let (target, source) = (range(of: chunk).upperBound, range(of: after))
            for (offset, place) in source.enumerated() { bytes[target + offset] = bytes[place] }
            let counts = spine.counts(of: after)
            spine.add(.zero &- counts, to: after)
            spine.add(counts, to: chunk)
            remove(after)
        } else if range(of: chunk).isEmpty, preceding[chunk] != Self.none || after != Self.none {
            remove(chunk)
        }
    }

    private mutating func remove(_ chunk: UInt32) {
        let (before, after) = (preceding[chunk], following[chunk])
        spine.remove(chunk)
        if before != Self.none { following[before] = after }
        if after != Self.none { preceding[after] = before }
        free.append(chunk)
        (recent, recentStart) = (spine.find(0, lane: Lane.scalars).leaf, 0)
    }

    private mutating func makeChunk() -> UInt32 {
        if free.count > 0 {
            let chunk = free[free.count - 1]
            free.truncate(to: free.count - 1)
            return chunk
        }
        bytes.append(repeating: 0, count: Self.width)
        following.append(Self.none)
        preceding.append(Self.none)
        return UInt32(following.count - 1)
    }

    private mutating func link(_ chunk: UInt32, after other: UInt32) {
        let next = following[other]
        (preceding[chunk], following[chunk]) = (other, next)
        if next != Self.none { preceding[next] = chunk }
        following[other] = chunk
        spine.insert(chunk, after: other)
    }

    /// Moves the upper half of a chunk into a new one behind it.
    @inline(never)
    private mutating func split(_ chunk: UInt32) {
        let new = makeChunk()
        link(new, after: chunk)
        let all = range(of: chunk)
        var middle = all.lowerBound + all.count / 2
        while !bytes[middle].startsScalar { middle -= 1 }
        let moved = counts(of: middle..<all.upperBound)
        let target = Int(new) * Self.width
        for place in middle..<all.upperBound { bytes[target + place - middle] = bytes[place] }
        spine.add(.zero &- moved, to: chunk)
        spine.add(moved, to: new)
    }
}

extension Span<UInt8> {
    /// The end of the text, or the last place up to `limit` at which a scalar starts.
    fileprivate func scalarBoundary(before limit: Int) -> Int {
        guard limit < count else { return count }
        var place = limit
        while !self[place].startsScalar { place -= 1 }
        return place
    }
}
