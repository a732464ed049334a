import Dispatch
import Synchronization

/// Does an act in several shares at once and waits for all of them; the results are in order.
func concurrently<Value: Sendable>(
    _ count: Int,
    _ act: @Sendable (Int) throws(PressError) -> Value
) -> [Result<Value, PressError>] {
    let results = Mutex<[Int: Result<Value, PressError>]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { share in
        let result = Result { () throws(PressError) in try act(share) }
        results.withLock { $0[share] = result }
    }
    return results.withLock { found in (0..<count).compactMap { found[$0] } }
}
