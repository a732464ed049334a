import Synchronization
import TestSupport

/// How many cuts and kills there are to be, and how many there were.
final class StormQuota: Sendable {
    private struct State {
        var cuts = 0
        var kills = 0
        /// Everything passes before it begins, and when it is over.
        var isCalm = true
    }

    private let wanted: (cuts: Int, kills: Int)
    private let state = Mutex(State())

    init(cuts: Int, kills: Int) { wanted = (cuts, kills) }

    /// What there was so far.
    var had: (cuts: Int, kills: Int) { state.withLock { ($0.cuts, $0.kills) } }

    /// Whether there was everything.
    var isReached: Bool { had.cuts >= wanted.cuts && had.kills >= wanted.kills }

    /// Breaks what passes from now on.
    func begin() { state.withLock { $0.isCalm = false } }

    /// Lets everything pass from now on.
    func calm() { state.withLock { $0.isCalm = true } }

    func noteCut() { state.withLock { $0.cuts += 1 } }
    func noteKill() { state.withLock { $0.kills += 1 } }

    /// What becomes of the next connection.
    func fate(using random: inout SplitMix64) -> Passage.Fate {
        let state = state.withLock { $0 }
        guard !state.isCalm else { return .passes }
        let left = (cuts: wanted.cuts - state.cuts, kills: wanted.kills - state.kills)
        if left.kills > 0, left.cuts <= 0 || Int.random(in: 0..<3, using: &random) == 0 {
            // A push without entries has some 900 bytes; half of the hubs die while they store.
            return .kill(
                after: .random(in: 1...1_600, using: &random),
                microseconds: .random(in: 0...12_000, using: &random)
            )
        }
        guard left.cuts > 0 else { return .passes }
        // As often within the first 64 bytes as within the next 64 or the next 128, and so on.
        let most = 64 << Int.random(in: 0...11, using: &random)
        return .cut(after: .random(in: 1...most, using: &random), isHard: .random(using: &random))
    }
}
