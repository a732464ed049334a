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
        guard let digits = Crockford.digits(typed: typed), digits.count == 56 else {
            throw .badRootCode
        }
        let bytes = Crockford.regroup(digits, from: 5, to: 8)
        seed = Array(bytes[..<32])
        guard Array(bytes[32...]) == Self.check(of: seed) else { throw .badRootCode }
    }

    /// The code as printed: "000G40R-40M30E2-…".
    package var description: String {
        let digits = Crockford.regroup(seed + Self.check(of: seed), from: 8, to: 5)
        return Crockford.text(of: digits, groups: 7)
    }

    private static func check(of seed: [UInt8]) -> [UInt8] {
        Array(sha256(Array("stet root 1\n".utf8) + seed)[..<3])
    }
}
