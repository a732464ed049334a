import Signing
import Testing

struct `A signing key` {
    private let key: SigningKey

    init() throws { key = try SigningKey(seed: Array(0..<32)) }

    @Test func `has the public key of RFC 8032`() {
        let hex = key.publicKey.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        #expect(hex.joined() == "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")
    }

    @Test func `signs what it then verifies, and nothing else`() throws {
        let signature = try key.sign([1, 2, 3])
        #expect(isSignature(signature, of: [1, 2, 3], by: key.publicKey))
        #expect(!isSignature(signature, of: [1, 2, 4], by: key.publicKey))
        for place in 0..<64 {
            var flipped = signature
            flipped[place] ^= 1
            #expect(!isSignature(flipped, of: [1, 2, 3], by: key.publicKey))
        }
    }

    @Test func `comes back from its file`() throws {
        let pem = try key.pem()
        #expect(String(decoding: pem, as: UTF8.self).hasPrefix("-----BEGIN PRIVATE KEY-----"))
        #expect(try SigningKey(pem: pem).seed == key.seed)
    }

    @Test func `is refused from a damaged file`() throws {
        var pem = try key.pem()
        pem[40] = pem[40] == 65 ? 66 : 65
        #expect(throws: SigningError.self) { try SigningKey(pem: Array(pem[..<60])) }
        #expect(throws: SigningError.damagedKey) { try SigningKey(pem: [1, 2, 3]) }
    }

    @Test func `of another length is refused`() {
        #expect(throws: SigningError.badKey(byteCount: 31)) {
            try SigningKey(seed: Array(repeating: 0, count: 31))
        }
    }
}

struct `A root code` {
    @Test func `is that of the published vector`() throws {
        let code = RootCode(seed: Array(0..<32))
        let printed = "000G40R-40M30E2-09185GR-38E1W81-24GK2GA-HC5RR34-D1P70X3-RFPCBFA"
        #expect(code.description == printed)
        #expect(try RootCode(typed: printed).seed == Array(0..<32))
        #expect(
            try RootCode(typed: printed.lowercased().replacing("0", with: "o")).seed.count == 32
        )
    }

    @Test func `with one letter wrong is refused`() {
        let wrong = "100G40R-40M30E2-09185GR-38E1W81-24GK2GA-HC5RR34-D1P70X3-RFPCBFA"
        #expect(throws: SigningError.badRootCode) { try RootCode(typed: wrong) }
    }
}
