import Foundation
import Signing
import Testing

/// Where libraries disagree about Ed25519; every replica must give one answer.
struct `Strict verification` {
    private struct Case: Decodable {
        let message: String
        let key: String
        let signature: String

        enum CodingKeys: String, CodingKey {
            case message
            case key = "pub_key"
            case signature
        }
    }

    private static let published = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data/vectors/speccheck_ed25519.json")

    private func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: Self.published.path)))
    func `of the 12 cases of ed25519-speccheck accepts the fourth alone`() throws {
        let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: Self.published))
        let verdicts = cases.map { test in
            isSignature(bytes(test.signature), of: bytes(test.message), by: bytes(test.key))
        }
        #expect(verdicts.map { $0 ? "V" : "X" }.joined() == "XXXVXXXXXXXX")
    }

    /// The y coordinates of small order and their twins, as a key with either sign.
    @Test func `takes no key of small order, whatever was signed`() throws {
        let zeros = [UInt8](repeating: 0, count: 30)
        let ones = [UInt8](repeating: 0xff, count: 30)
        var points = [[0] + zeros + [0], [1] + zeros + [0]]
        points += [0xec, 0xed, 0xee].map { [$0] + ones + [0x7f] }
        points += [
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        ].map(bytes)
        // With such a key the signature (R = the point, s = 0) verifies in lax libraries.
        for point in points {
            for sign: UInt8 in [0, 0x80] {
                var key = point
                key[31] |= sign
                #expect(!isSignature(key + [UInt8](repeating: 0, count: 32), of: [1], by: key))
            }
        }
    }

    @Test func `takes no signature whose number is not below the order`() throws {
        let key = try SigningKey(seed: Array(0..<32))
        let signature = try key.sign([1, 2, 3])
        let order: [UInt8] = [
            0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9,
            0xde, 0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
        ]
        var carry = 0
        var other = signature
        for place in 0..<32 {
            let sum = Int(signature[32 + place]) + Int(order[place]) + carry
            other[32 + place] = UInt8(truncatingIfNeeded: sum)
            carry = sum >> 8
        }
        #expect(isSignature(signature, of: [1, 2, 3], by: key.publicKey))
        #expect(!isSignature(other, of: [1, 2, 3], by: key.publicKey))
    }
}
