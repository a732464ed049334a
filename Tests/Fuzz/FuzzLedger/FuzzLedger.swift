import ForeignBytes
import Foundation

/// What the inputs are taken for; everything in turn where `STET_FUZZ_KIND` names nothing.
private let kind = ForeignBytes.Kind(
    rawValue: ProcessInfo.processInfo.environment["STET_FUZZ_KIND"] ?? ""
)

/// What libFuzzer calls with each input.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // libFuzzer owns the bytes and keeps them for this call.
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    if let kind { ForeignBytes.read(input, as: kind) } else { ForeignBytes.read(input) }
    return 0
}
