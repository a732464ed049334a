import ForeignBytes

/// What libFuzzer calls with each input.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // libFuzzer owns the bytes and keeps them for this call.
    let input = unsafe UnsafeBufferPointer(start: start, count: count)
    unsafe ForeignBytes.read(Array(input))
    return 0
}
