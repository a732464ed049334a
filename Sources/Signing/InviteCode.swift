/// An invite as it is read aloud: 100 random bits and a check, 24 Crockford base32 characters
/// (ledger.md 8.2).
package struct InviteCode: Sendable, CustomStringConvertible {
    private let digits: [UInt8]

    /// Makes the code of the first 100 of 104 random bits.
    ///
    /// - Throws: `SigningError.badKey` unless there are 13 bytes.
    package init(random: [UInt8]) throws(SigningError) {
        guard random.count == 13 else { throw .badKey(byteCount: random.count) }
        digits = Array(Crockford.regroup(random, from: 8, to: 5)[..<20])
    }

    /// Reads what a person typed: lower case, spaces, O for 0, I and L for 1 are fine.
    ///
    /// - Throws: `SigningError.badInviteCode` for a wrong length, letter or check.
    package init(typed: String) throws(SigningError) {
        guard let typed = Crockford.digits(typed: typed), typed.count == 24 else {
            throw .badInviteCode
        }
        digits = Array(typed[..<20])
        guard Array(typed[20...]) == Self.check(of: digits) else { throw .badInviteCode }
    }

    /// The code as shown: six groups of four, "000G-40R4-…".
    package var description: String {
        Crockford.text(of: digits + Self.check(of: digits), groups: 4)
    }

    /// What both sides make of the code, for about 0.1 s of work.
    ///
    /// - Throws: `SigningError.library` where the memory for it is not there.
    package func secret() throws(SigningError) -> InviteSecret {
        let password = Array(Self.letters(of: digits).utf8)
        return try InviteSecret(
            stretched: scrypt(password: password, salt: Array("stet invite 1\n".utf8))
        )
    }

    private static func letters(of digits: [UInt8]) -> String {
        Crockford.text(of: digits, groups: 20)
    }

    private static func check(of digits: [UInt8]) -> [UInt8] {
        let sum = sha256(Array("stet code 1\n".utf8) + Array(letters(of: digits).utf8))
        return Array(Crockford.regroup(Array(sum[..<3]), from: 8, to: 5)[..<4])
    }
}

/// What an invite code stands for: a key that nobody else can have, and a seal on the newsroom.
package struct InviteSecret: Sendable {
    /// Signs the calls of somebody who joins.
    package let key: SigningKey
    private let stretched: [UInt8]

    init(stretched: [UInt8]) throws(SigningError) {
        self.stretched = stretched
        let seed = hmacSHA256(key: stretched, Array("stet invite sign 1\n".utf8))
        key = try SigningKey(seed: seed)
    }

    /// The name under which a hub finds the invite: 16 hexadecimal digits.
    package var lookUpID: String { inviteLookUpID(key.publicKey) }

    /// What binds the invite to a newsroom and to the server keys that are pinned, ascending: who
    /// does not know the code can invent neither.
    package func bind(newsroom: [UInt8], pins: [[UInt8]]) -> [UInt8] {
        let message = Array("stet invite bind 1\n".utf8) + newsroom + [UInt8(pins.count)]
        return hmacSHA256(key: stretched, message + pins.flatMap(\.self))
    }
}

/// The name under which a hub finds the invite with this public key: 16 hexadecimal digits.
package func inviteLookUpID(_ key: [UInt8]) -> String {
    sha256(key)[..<8].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
