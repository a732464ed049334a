import Dispatch
import Ledger
import Newsroom
import Synchronization

/// Entries that are checked for what can be checked without their past, on all cores.
///
/// Nearly all of the time goes into signatures, 0.12 ms each, so the work goes on while its maker
/// stores and folds what came before.
final class CheckedEntries: Sendable {
    typealias Verdict = Result<Entry, EntryError>

    private static let stretch = 32
    private let found: Mutex<[[Verdict]]>
    private let group = DispatchGroup()

    /// Begins to check what this device just signed.
    init(inBackground entry: Entry, newsroom: NewsroomID) {
        found = Mutex([[]])
        DispatchQueue.global(qos: .userInitiated).async(group: group) {
            let verdict = Self.verdict(on: entry.bytes, newsroom)
            self.found.withLock { $0[0] = [verdict] }
        }
    }

    /// Begins to check; a few entries at once, many in the background.
    init(_ received: [[UInt8]], newsroom: NewsroomID) {
        let count = (received.count + Self.stretch - 1) / Self.stretch
        guard count > 1 else {
            found = Mutex([received.map { Self.verdict(on: $0, newsroom) }])
            return
        }
        found = Mutex([[Verdict]](repeating: [], count: count))
        for number in 0..<count {
            let start = number * Self.stretch
            let part = received[start..<min(start + Self.stretch, received.count)]
            DispatchQueue.global().async(group: group) {
                let verdicts = part.map { Self.verdict(on: $0, newsroom) }
                self.found.withLock { $0[number] = verdicts }
            }
        }
    }

    /// Whether every entry is good, once all are checked.
    var areAllGood: Bool { verdicts().allSatisfy { (try? $0.get()) != nil } }

    /// The verdict on each, in order, once all are found.
    func verdicts() -> [Verdict] {
        group.wait()
        return found.withLock { $0.flatMap(\.self) }
    }

    private static func verdict(on bytes: [UInt8], _ newsroom: NewsroomID) -> Verdict {
        do {
            return .success(try Entry(bytes, newsroom: newsroom))
        } catch {
            return .failure(error)
        }
    }
}
