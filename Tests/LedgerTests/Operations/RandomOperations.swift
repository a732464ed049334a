import Newsroom
import TestSupport

/// Operations of every type with any values that may travel, sense or not.
struct RandomOperations {
    var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    mutating func id<ID: Identifier>() -> ID {
        // Zeros stand for the entry itself.
        below(8) == 0 ? ID(.zero) : ID(Bytes32(bytes(32)) ?? .zero)
    }

    mutating func ids<ID: Identifier>(_ limit: Int) -> [ID] {
        let found: [ID] = (0..<below(limit + 1)).map { _ in id() }
        return Set(found).sorted()
    }

    mutating func operationID() -> OperationID { OperationID(id(), below(300)) }

    mutating func operationIDs() -> [OperationID] {
        Set((0..<below(4)).map { _ in operationID() }).sorted()
    }

    mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
        below(2) == 0 ? nil : make(&self)
    }

    /// Words of several scripts, joined of pieces that are dear to parsers.
    mutating func text(_ most: Int = 6) -> String {
        let pieces = ["stone ", "é", "e\u{301}", "\n", "👩‍🚒", "\u{202E}", "naïve", "漢字", "", "\\n"]
        return (0..<below(most + 1)).map { _ in pieces[below(pieces.count)] }.joined()
    }

    mutating func choice<Choice: CaseIterable>() -> Choice {
        guard let found = Choice.allCases.randomElement(using: &random) else {
            preconditionFailure("a choice has cases")
        }
        return found
    }

    mutating func moment() -> Moment {
        Moment(milliseconds: Int64.random(in: 0...253_402_300_799_999, using: &random))
    }

    mutating func seal() -> Seal {
        guard let seal = Seal(bytes(64)) else { preconditionFailure("a seal has 64 bytes") }
        return seal
    }

    mutating func slug() -> Slug {
        guard let slug = Slug("story-\(below(1_000))") else {
            preconditionFailure("a slug may look like this")
        }
        return slug
    }

    mutating func capabilities() -> Capabilities {
        Capabilities(rawValue: UInt64.random(in: 0..<(1 << 63), using: &random))
    }

    /// One operation of each type that this Stet knows.
    mutating func oneOfEach() -> [Operation] { office() + stories() + reviews() + releases() }
}
