import Newsroom

/// A body cut into paragraphs: runs of lines between lines that are empty or blank.
///
/// Places are found by characters as people see them, so that no accent and no emoji is split;
/// edits count Unicode scalars, as operations do.
struct Paragraphs: Sendable {
    /// The whole text.
    let body: String
    /// Where each paragraph stands, without its last line feed.
    let ranges: [Range<String.Index>]

    init(_ body: String) {
        self.body = body
        var ranges: [Range<String.Index>] = []
        var open: Range<String.Index>?
        // A line feed is a character of its own whatever stands beside it, so bytes are enough.
        let lines = body.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for line in lines {
            if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
                if let range = open { ranges.append(range) }
                open = nil
            } else {
                open = (open?.lowerBound ?? line.startIndex)..<line.endIndex
            }
        }
        if let range = open { ranges.append(range) }
        self.ranges = ranges
    }

    /// How many there are.
    var count: Int { ranges.count }

    /// The text of paragraph `number`, from 1.
    ///
    /// - Throws: `DeskError.noParagraph`.
    func text(_ number: Int) throws(DeskError) -> Substring { body[try range(number)] }

    /// Where paragraph `number` stands.
    func range(_ number: Int) throws(DeskError) -> Range<String.Index> {
        guard ranges.indices.contains(number - 1) else {
            throw .noParagraph(number, count: count)
        }
        return ranges[number - 1]
    }

    /// The number of scalars before a place.
    func offset(of index: String.Index) -> Int {
        body.unicodeScalars.distance(from: body.startIndex, to: index)
    }
}

extension Paragraphs {
    /// Adds text after paragraph `number`; 0 puts it first.
    func inserting(_ text: String, after number: Int) throws(DeskError) -> [TextEdit] {
        if number == 0 {
            let start = ranges.first.map { offset(of: $0.lowerBound) } ?? 0
            return [.insert(text + (count == 0 ? "\n" : "\n\n"), at: start)]
        }
        return [.insert("\n\n" + text, at: offset(of: try range(number).upperBound))]
    }

    /// Removes paragraph `number` with the space that kept it apart.
    func cutting(_ number: Int) throws(DeskError) -> [TextEdit] {
        let range = try range(number)
        let isLast = number == count
        let start = isLast && number > 1 ? ranges[number - 2].upperBound : range.lowerBound
        let lastEnd = number > 1 ? range.upperBound : body.endIndex
        let end = isLast ? lastEnd : ranges[number].lowerBound
        return [.delete(offset(of: end) - offset(of: start), at: offset(of: start))]
    }

    /// Puts paragraph `number` behind another; 0 puts it first.
    func moving(_ number: Int, after other: Int) throws(DeskError) -> [TextEdit] {
        let text = String(try self.text(number))
        if other > 0 { _ = try range(other) }
        let cut = try cutting(number)
        let rest = Paragraphs(body.applying(cut))
        let place = other >= number ? other - 1 : other
        return cut + (try rest.inserting(text, after: place))
    }

    /// Replaces words that stand once in paragraph `number`, or once in the text.
    func replacing(
        _ old: String,
        with new: String,
        in number: Int?
    ) throws(DeskError) -> [TextEdit] {
        let area = try number.map { number throws(DeskError) in try range(number) }
        let place = body[area ?? body.startIndex..<body.endIndex]
        let found = place.ranges(of: old)
        guard let range = found.first else { throw .wordsNotFound(old, paragraph: number) }
        guard found.count == 1 else { throw .wordsFoundOften(old, count: found.count) }
        let start = offset(of: range.lowerBound)
        let count = offset(of: range.upperBound) - start
        return [.delete(count, at: start)] + (new.isEmpty ? [] : [.insert(new, at: start)])
    }
}

extension String {
    /// The text after edits, each seeing what the one before left; places are scalars that exist.
    func applying(_ edits: [TextEdit]) -> String {
        var scalars = Array(unicodeScalars)
        for edit in edits {
            switch edit {
            case .insert(let text, let place):
                scalars.insert(contentsOf: text.unicodeScalars, at: place)
            case .delete(let count, let place):
                scalars.removeSubrange(place..<(place + count))
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
