// Scalars, UTF-8 offsets and lines lead to each other in O(log n).

extension Rope {
    /// The UTF-8 offset of the scalar at a place; nil beyond the text.
    public func utf8Offset(ofScalar place: Int) -> Int? {
        guard (0...scalarCount).contains(place) else { return nil }
        let (chunk, rest) = spine.find(UInt32(place), lane: Lane.scalars)
        return Int(spine.counts(before: chunk)[Lane.bytes]) + offset(ofScalar: rest, in: chunk)
    }

    /// The place of the scalar that holds the byte at a UTF-8 offset; nil beyond the text.
    public func scalar(atUTF8 offset: Int) -> Int? {
        guard (0...utf8Count).contains(offset) else { return nil }
        let (chunk, rest) = spine.find(UInt32(offset), lane: Lane.bytes)
        let (start, end) = (range(of: chunk).lowerBound, range(of: chunk).upperBound)
        var place = start + Int(rest)
        while place < end, place > start, !bytes[place].startsScalar { place -= 1 }
        let within = counts(of: start..<place)[Lane.scalars]
        return Int(spine.counts(before: chunk)[Lane.scalars] + within)
    }

    /// The line, from 0, of the scalar at a place; nil beyond the text.
    public func line(ofScalar place: Int) -> Int? {
        guard (0...scalarCount).contains(place) else { return nil }
        let (chunk, rest) = spine.find(UInt32(place), lane: Lane.scalars)
        let start = range(of: chunk).lowerBound
        let within = counts(of: start..<(start + offset(ofScalar: rest, in: chunk)))[Lane.feeds]
        return Int(spine.counts(before: chunk)[Lane.feeds] + within)
    }

    /// The place of the first scalar of a line, from 0; nil beyond the last.
    public func scalar(atLine line: Int) -> Int? {
        guard (0..<lineCount).contains(line) else { return nil }
        guard line > 0 else { return 0 }
        // The scalar behind the line feed that ends the line before.
        let (chunk, rest) = spine.find(UInt32(line - 1), lane: Lane.feeds)
        let start = range(of: chunk).lowerBound
        var (place, feeds) = (start, rest)
        while feeds > 0 || bytes[place] != UInt8(ascii: "\n") {
            if bytes[place] == UInt8(ascii: "\n") { feeds -= 1 }
            place += 1
        }
        let within = counts(of: start..<place)[Lane.scalars]
        return Int(spine.counts(before: chunk)[Lane.scalars] + within) + 1
    }
}
