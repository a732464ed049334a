import Dispatch
import Ledger
import Newsroom
import Synchronization

/// Checks what can be checked of entries without their past, on all cores.
///
/// Nearly all of the time goes into signatures: 0.1 ms each, against 0.01 ms for hashing, framing
/// and storing.
enum CheckedEntries {
    private static let stretch = 32

    /// The verdict on each, in order.
    static func check(
        _ received: [[UInt8]],
        newsroom: NewsroomID
    ) -> [Result<Entry, EntryError>] {
        let count = (received.count + stretch - 1) / stretch
        guard count > 1 else { return received.map { verdict(on: $0, newsroom) } }
        let verdicts = Mutex([[Result<Entry, EntryError>]](repeating: [], count: count))
        DispatchQueue.concurrentPerform(iterations: count) { number in
            let range = (number * stretch)..<min((number + 1) * stretch, received.count)
            let found = received[range].map { verdict(on: $0, newsroom) }
            verdicts.withLock { $0[number] = found }
        }
        return verdicts.withLock { $0.flatMap(\.self) }
    }

    private static func verdict(
        on bytes: [UInt8],
        _ newsroom: NewsroomID
    ) -> Result<Entry, EntryError> {
        do {
            return .success(try Entry(bytes, newsroom: newsroom))
        } catch {
            return .failure(error)
        }
    }
}
