/// A root key on paper: 56 Crockford base32 characters in 8 groups of 7 (ledger.md 2).
package struct RootCode: Sendable, CustomStringConvertible {
    /// The secret: 32 bytes.
    package let seed: [UInt8]

    /// Makes the code of a seed.
    package init(seed: [UInt8]) { self.seed = seed }

    /// Reads what a person typed: lower case, spaces, O for 0, I and L for 1 are fine.
    ///
    /// - Throws: `SigningError.badRootCode` for a wrong length, letter or check.
    package init(typed: String) throws(SigningError) {
        var digits: [UInt8] = []
        for letter in typed.utf8 where letter != UInt8(ascii: " ") && letter != UInt8(ascii: "-") {
            guard let digit = Self.digit(of: letter) else { throw .badRootCode }
            digits.append(digit)
        }
        guard digits.count == 56 else { throw .badRootCode }
        let bytes = Self.regroup(digits, from: 5, to: 8)
        seed = Array(bytes[..<32])
        guard Array(bytes[32...]) == Self.check(of: seed) else { throw .badRootCode }
    }

    /// The code as printed: "000G40R-40M30E2-…".
    package var description: String {
        let digits = Self.regroup(seed + Self.check(of: seed), from: 8, to: 5)
        return stride(from: 0, to: 56, by: 7)
            .map { group in
                String(
                    decoding: digits[group..<(group + 7)].map { alphabet[Int($0)] },
                    as: UTF8.self
                )
            }
            .joined(separator: "-")
    }

    private static func check(of seed: [UInt8]) -> [UInt8] {
        Array(sha256(Array("stet root 1\n".utf8) + seed)[..<3])
    }

    private static func digit(of letter: UInt8) -> UInt8? {
        let upper = (97...122).contains(letter) ? letter - 32 : letter
        switch upper {
        case UInt8(ascii: "O"): return 0
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
        default: return alphabet.firstIndex(of: upper).map { UInt8($0) }
        }
    }

    /// Cuts a run of bits into groups of another width, high bits first.
    private static func regroup(_ groups: [UInt8], from width: Int, to other: Int) -> [UInt8] {
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

/// Crockford's base32 alphabet, without I, L, O and U.
private let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
