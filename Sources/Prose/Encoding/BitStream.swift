// Bits are taken from the low end of 64 that are loaded at once (Giesen, "Reading bits in far too
// many ways", 2018). Past its end a stream gives zeros; whoever reads to the end asks whether it
// was overrun, once, instead of at each symbol.

/// Bits being read from a range of bytes.
@safe struct BitStream {
    private let base: UnsafePointer<UInt8>
    private var place: Int
    private let end: Int
    private var buffer: UInt64 = 0
    private var held = 0
    /// Bits taken that were not there.
    private var lacking = 0

    /// Reads a range of a buffer, which must outlive the stream.
    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        // A buffer without a base has no bytes, so that nothing is ever loaded from the stand-in.
        unsafe base = bytes.baseAddress ?? UnsafePointer(bitPattern: 1).unsafelyUnwrapped
        (place, end) = (range.lowerBound, range.upperBound)
    }

    /// Whether more bits were taken than there were.
    var isOverrun: Bool { lacking > held }

    /// Sees to it that at least 56 bits are at hand.
    @inline(__always)
    mutating func refill() {
        guard place + 8 <= end else { return refillSlowly() }
        // The line above proves that eight bytes are there.
        let word = unsafe UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
        buffer |= UInt64(littleEndian: word) << UInt64(held & 63)
        place += (63 - held) >> 3
        held |= 56
    }

    /// The lowest bits at hand, not taken yet.
    @inline(__always)
    func peek(_ mask: UInt64) -> Int { Int(truncatingIfNeeded: buffer & mask) }

    /// Takes bits that are at hand.
    @inline(__always)
    mutating func take(_ bits: Int) {
        buffer >>= UInt64(bits & 63)
        held -= bits
    }

    /// Takes up to 32 bits as a number.
    @inline(__always)
    mutating func read(_ bits: Int) -> UInt32 {
        if held < bits { refill() }
        let value = peek(1 << UInt64(bits) - 1)
        take(bits)
        return UInt32(value)
    }

    @inline(never)
    private mutating func refillSlowly() {
        while held <= 55 {
            if place < end {
                // The line above proves that the byte is there.
                buffer |= unsafe UInt64(base[place]) << UInt64(held)
                place += 1
            } else {
                lacking += 8
            }
            held += 8
        }
    }
}

/// Bits being written, lowest first.
struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var buffer: UInt64 = 0
    private var held = 0

    /// Adds the lowest bits of a number.
    mutating func write(_ value: UInt32, bits: Int) {
        buffer |= UInt64(value) << UInt64(held)
        held += bits
        while held >= 8 {
            bytes.append(UInt8(truncatingIfNeeded: buffer))
            buffer >>= 8
            held -= 8
        }
    }

    /// Fills the last byte with zeros.
    mutating func finish() {
        guard held > 0 else { return }
        bytes.append(UInt8(truncatingIfNeeded: buffer))
        (buffer, held) = (0, 0)
    }
}
