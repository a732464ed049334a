/// How far a connection is on its way to its end: counts the bytes that pass.
struct Passage {
    /// What becomes of a connection.
    enum Fate: Hashable {
        case passes
        /// It is cut behind so many bytes, counted both ways.
        case cut(after: Int, isHard: Bool)
        /// The hub is killed behind so many bytes of a push, or before the first of the answer.
        case kill(after: Int, microseconds: UInt32)
    }

    /// What happens now.
    enum End: Hashable {
        case cut(isHard: Bool)
        case kill(microseconds: UInt32)
    }

    /// What happens behind the bytes that passed last; nil while they flow.
    private(set) var end: End?
    private let fate: Fate
    private var passed = 0
    /// How many bytes of the push went up; nil before it begins.
    private var pushed: Int?
    private static let push = Array("POST /v1/".utf8)

    init(_ fate: Fate) { self.fate = fate }

    /// How many of some bytes may pass; `isUp` where they go to the hub.
    mutating func pass(_ bytes: [UInt8], isUp: Bool) -> Int {
        switch fate {
        case .passes: return bytes.count
        case .cut(let limit, let isHard):
            let passing = min(bytes.count, limit - passed)
            passed += passing
            if passed == limit { end = .cut(isHard: isHard) }
            return passing
        case .kill(let limit, let microseconds):
            let passing = isUp ? passUp(bytes, limit) : pushed == nil ? bytes.count : 0
            if passing < bytes.count || pushed == limit { end = .kill(microseconds: microseconds) }
            return passing
        }
    }

    private mutating func passUp(_ bytes: [UInt8], _ limit: Int) -> Int {
        let before = pushed == nil ? bytes.firstRange(of: Self.push)?.lowerBound : 0
        guard let before else { return bytes.count }
        let passing = min(bytes.count - before, limit - (pushed ?? 0))
        pushed = (pushed ?? 0) + passing
        return before + passing
    }
}
