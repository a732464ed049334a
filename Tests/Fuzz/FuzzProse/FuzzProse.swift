import Prose

/// Reads any bytes as a history; whatever is read must hold together and be read again as written.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // libFuzzer owns the bytes and keeps them for this call.
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    _ = try? StoredText(bytes)
    guard let (graph, text) = try? EventGraph.merged(encoded: bytes) else { return 0 }
    graph.checkInvariants()
    let again = try? EventGraph.merged(encoded: graph.encoded())
    precondition(again?.text == text)
    return 0
}
