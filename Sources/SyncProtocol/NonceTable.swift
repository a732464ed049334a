/// The requests that were seen lately, so that none is taken twice.
///
/// A request is good for five minutes before and after its time, so it is remembered for ten: in the
/// present ten minutes or in those before. Nothing is ever searched through.
package struct NonceTable: Sendable {
    private var present: Set<String> = []
    private var before: Set<String> = []
    private var start: Int64 = 0
    private let limit: Int
    private static let windowSeconds: Int64 = 600

    /// Makes an empty table, for so many requests in ten minutes.
    package init(limit: Int = 100_000) { self.limit = limit }

    /// Notes a request that was signed well.
    ///
    /// - Throws: `SyncError.signature` where it was seen before; `.slowDown` where there were too
    ///   many, since one that nobody remembers could be taken twice.
    package mutating func note(
        _ parameters: SignatureParameters,
        now: Int64
    ) throws(SyncError) {
        turn(to: now)
        let request = "\(parameters.key) \(parameters.nonce)"
        guard !before.contains(request), !present.contains(request) else { throw .signature }
        guard present.count < limit else { throw .slowDown }
        present.insert(request)
    }

    private mutating func turn(to now: Int64) {
        let age = now - start
        guard age < 0 || age >= Self.windowSeconds else { return }
        before = (0..<2 * Self.windowSeconds).contains(age) ? present : []
        (present, start) = ([], now)
    }
}
