/// A half-open range of numbers in 8 bytes, for slabs.
struct Stretch: BitwiseCopyable {
    var lowerBound: UInt32
    var upperBound: UInt32

    /// Takes a range.
    init(_ range: Range<UInt32>) {
        (lowerBound, upperBound) = (range.lowerBound, range.upperBound)
    }

    /// Takes a range of indices.
    init(_ range: Range<Int>) {
        (lowerBound, upperBound) = (UInt32(range.lowerBound), UInt32(range.upperBound))
    }

    /// The numbers.
    var range: Range<UInt32> { lowerBound..<upperBound }
    var isEmpty: Bool { lowerBound == upperBound }
    var count: UInt32 { upperBound - lowerBound }
}
