import Prose

/// Reads any bytes as a history, and as a history with a part to merge into it; whatever is read
/// must hold together and be read again as written.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // libFuzzer owns the bytes and keeps them for this call.
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    readWhole(bytes)
    mergePart(bytes)
    return 0
}

private func readWhole(_ bytes: [UInt8]) {
    _ = try? StoredText(bytes)
    guard let (graph, text) = try? EventGraph.merged(encoded: bytes) else { return }
    graph.checkInvariants()
    let again = try? EventGraph.merged(encoded: graph.encoded())
    precondition(again?.text == text)
}

/// The first byte tells how many bytes of history come next; what is behind them is the part.
private func mergePart(_ bytes: [UInt8]) {
    guard let count = bytes.first, Int(count) < bytes.count else { return }
    let (history, part) = (Array(bytes[1..<(Int(count) + 1)]), Array(bytes[(Int(count) + 1)...]))
    guard var graph = try? EventGraph(encoded: history) else { return }
    let before = graph
    guard (try? graph.merge(encoded: part)) != nil else {
        precondition(graph.encoded() == before.encoded())
        return
    }
    graph.checkInvariants()
    // What was merged is known from then on, and another learns it in the same way.
    precondition((try? graph.merge(encoded: part))?.isEmpty == true)
    var other = before
    _ = try? other.merge(encoded: graph.encoded(since: before.frontier))
    precondition(other.text(at: other.frontier) == graph.text(at: graph.frontier))
}
