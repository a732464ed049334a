// Repetition: Ziv and Lempel, "A Universal Algorithm for Sequential Data Compression" (1977).
//
// Idea: text is a sequence of literals and of copies from any earlier place; the literals, the
// lengths and the distances go into columns of their own, which a prefix code then shortens. What
// was cut and pasted costs a few bytes, however long ago. Cost: O(n) to unpack; packing follows at
// most `depth` earlier places with the same four bytes.

extension ByteWriter {
    /// Adds a text as literals and copies; as it is where a reader shall see that much is there.
    mutating func write(text: [UInt8], plainly: Bool) {
        var packer = TextPacker(text)
        if plainly { packer.take() } else { packer.pack() }
        write(text.count)
        write(column: packer.literals, plainly: plainly)
        write(column: packer.literalCounts)
        write(column: packer.copyCounts)
        write(column: packer.distances)
    }
}

extension ByteReader {
    /// The next text, of at most `limit` bytes.
    mutating func readText(upTo limit: Int) throws(EncodingError) -> [UInt8] {
        let start = place
        let count = try readNumber(upTo: limit)
        let literals = try readColumn(upTo: count)
        let literalCounts = try readNumbers(upTo: count)
        let copyCounts = try readNumbers(upTo: count)
        let distances = try readNumbers(upTo: count)
        guard literalCounts.count == copyCounts.count, distances.count == copyCounts.count else {
            throw .nonsense(at: start, what: "copies without a place")
        }
        var isWhole = true
        let text = unsafe [UInt8](unsafeUninitializedCapacity: count) { target, filled in
            var unpacker = unsafe TextUnpacker(target: target, literals: literals)
            for index in copyCounts.indices where isWhole {
                isWhole = unpacker.unpack(
                    literals: Int(literalCounts[index]),
                    copy: Int(copyCounts[index]) + TextPacker.shortest,
                    from: Int(distances[index])
                )
            }
            isWhole = isWhole && unpacker.finish()
            filled = isWhole ? count : 0
        }
        guard isWhole else { throw .nonsense(at: start, what: "copies beyond the text") }
        return text
    }
}

/// The text being put together again.
@safe private struct TextUnpacker {
    private let target: UnsafeMutableBufferPointer<UInt8>
    private let literals: [UInt8]
    /// How many bytes `target` has room for.
    private let room: Int
    private var filled = 0
    private var used = 0

    init(target: UnsafeMutableBufferPointer<UInt8>, literals: [UInt8]) {
        unsafe self.target = target
        room = target.count
        self.literals = literals
    }

    /// Adds literals and then a copy; false where either is not there or does not fit.
    @inline(__always)
    mutating func unpack(literals count: Int, copy: Int, from distance: Int) -> Bool {
        guard addLiterals(count) else { return false }
        let start = filled - 1 - distance
        guard start >= 0, copy <= room - filled else { return false }
        // The line above proves that all places are inside; a copy may overlap itself.
        for step in 0..<copy { unsafe target[filled + step] = target[start + step] }
        filled += copy
        return true
    }

    /// Adds the literals that are left; false unless they end with the text.
    mutating func finish() -> Bool { addLiterals(literals.count - used) && filled == room }

    @inline(__always)
    private mutating func addLiterals(_ count: Int) -> Bool {
        guard count <= literals.count - used, count <= room - filled else { return false }
        for step in 0..<count { unsafe target[filled + step] = literals[used + step] }
        (filled, used) = (filled + count, used + count)
        return true
    }
}

/// A text being taken apart.
private struct TextPacker {
    static let shortest = 4
    private static let depth = 48
    private static let hashBits: UInt32 = 16

    private let text: [UInt8]
    private(set) var literals: [UInt8] = []
    private(set) var literalCounts: [UInt32] = []
    private(set) var copyCounts: [UInt32] = []
    private(set) var distances: [UInt32] = []
    private var heads = [Int32](repeating: -1, count: 1 << 16)
    private var earlier: [Int32]
    private var open = 0

    init(_ text: [UInt8]) {
        self.text = text
        earlier = Array(repeating: -1, count: text.count)
    }

    /// Takes all of the text as literals.
    mutating func take() { literals = text }

    /// Looks for copies.
    mutating func pack() {
        var place = 0
        while place < text.count {
            let found = longest(at: place)
            note(place)
            guard let found, isWorth(found) else {
                take(literal: place)
                place += 1
                continue
            }
            // A longer copy one byte later is worth a literal.
            if let next = longest(at: place + 1), next.count > found.count + 1 {
                take(literal: place)
                place += 1
                continue
            }
            copy(found)
            for inside in (place + 1)..<(place + found.count) { note(inside) }
            place += found.count
        }
    }

    private func isWorth(_ found: (count: Int, distance: Int)) -> Bool {
        found.count > 5 || found.distance < 1 << (found.count == 4 ? 10 : 16)
    }

    private mutating func take(literal place: Int) {
        literals.append(text[place])
        open += 1
    }

    private mutating func copy(_ found: (count: Int, distance: Int)) {
        literalCounts.append(UInt32(open))
        copyCounts.append(UInt32(found.count - Self.shortest))
        distances.append(UInt32(found.distance - 1))
        open = 0
    }

    private func hash(_ place: Int) -> Int {
        let four =
            UInt32(text[place]) | UInt32(text[place + 1]) << 8 | UInt32(text[place + 2]) << 16
            | UInt32(text[place + 3]) << 24
        return Int((four &* 2_654_435_761) >> (32 - Self.hashBits))
    }

    private mutating func note(_ place: Int) {
        guard place + 4 <= text.count else { return }
        let hash = hash(place)
        earlier[place] = heads[hash]
        heads[hash] = Int32(place)
    }

    /// The longest earlier occurrence of what stands at a place.
    private func longest(at place: Int) -> (count: Int, distance: Int)? {
        guard place + 4 <= text.count else { return nil }
        var best: (count: Int, distance: Int)?
        var candidate = Int(heads[hash(place)])
        var tries = Self.depth
        while candidate >= 0, tries > 0 {
            let count = candidate < place ? common(candidate, place) : 0
            if count >= 4, count > best?.count ?? 0 { best = (count, place - candidate) }
            candidate = Int(earlier[candidate])
            tries -= 1
        }
        return best
    }

    private func common(_ first: Int, _ second: Int) -> Int {
        var count = 0
        while second + count < text.count, text[first + count] == text[second + count] {
            count += 1
        }
        return count
    }
}
