// Crockford's base32: digits and letters without I, L, O and U, so that what people read aloud or
// copy from paper comes back.

/// The 32 letters, in order of value.
private let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

/// Values of 5 bits, written and typed in Crockford's base32.
enum Crockford {
    /// Writes digits in groups, with hyphens between.
    static func text(of digits: [UInt8], groups: Int) -> String {
        stride(from: 0, to: digits.count, by: groups)
            .map { start in
                String(
                    decoding: digits[start..<min(start + groups, digits.count)]
                        .map { alphabet[Int($0)] },
                    as: UTF8.self
                )
            }
            .joined(separator: "-")
    }

    /// Reads what a person typed; nil for a letter that is none.
    ///
    /// Lower case, spaces, hyphens, O for 0, I and L for 1 are fine.
    static func digits(typed: String) -> [UInt8]? {
        var digits: [UInt8] = []
        for letter in typed.utf8 where letter != UInt8(ascii: " ") && letter != UInt8(ascii: "-") {
            guard let digit = digit(of: letter) else { return nil }
            digits.append(digit)
        }
        return digits
    }

    private static func digit(of letter: UInt8) -> UInt8? {
        let upper = (97...122).contains(letter) ? letter - 32 : letter
        switch upper {
        case UInt8(ascii: "O"): return 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
        default: return alphabet.firstIndex(of: upper).map { UInt8($0) }
        }
    }

    /// Cuts a run of bits into groups of another width, high bits first; the rest is dropped.
    static func regroup(_ groups: [UInt8], from width: Int, to other: Int) -> [UInt8] {
        var result: [UInt8] = []
        var bits = 0
        var held: UInt32 = 0
        for group in groups {
            held = held << UInt32(width) | UInt32(group)
            bits += width
            while bits >= other {
                bits -= other
                result.append(
                    UInt8(truncatingIfNeeded: held >> UInt32(bits)) & UInt8((1 << other) - 1)
                )
            }
        }
        return result
    }
}
