import ArgumentParser
import Foundation
import Signing

/// Verifies other people's signatures and compares with their verdicts.
struct Vectors: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Verify published Ed25519 signatures and compare with their verdicts."
    )

    @Argument(help: "Wycheproof's ed25519_test.json.")
    var file: String

    func run() throws {
        let suite = try JSONDecoder().decode(Suite.self, from: GzipFile(file).contents())
        let cases = suite.testGroups.flatMap { group in
            group.tests.map { (key: group.publicKey.pk, test: $0) }
        }
        guard !cases.isEmpty else { throw ValidationError("\(file) holds no signatures") }
        var right = 0
        for (key, test) in cases {
            let verdict = isSignature(bytes(test.sig), of: bytes(test.msg), by: bytes(key))
            if verdict == (test.result == "valid") {
                right += 1
            } else {
                print("case \(test.tcId) is \(test.result) and was judged \(verdict)")
            }
        }
        print("\(right) of \(cases.count)")
        if right < cases.count { throw ExitCode.failure }
    }
}

/// The form of a Wycheproof file.
private struct Suite: Decodable {
    struct Group: Decodable {
        let publicKey: Key
        let tests: [Test]
    }

    struct Key: Decodable {
        let pk: String
    }

    struct Test: Decodable {
        let tcId: Int
        let msg: String
        let sig: String
        let result: String
    }

    let testGroups: [Group]
}

/// The bytes that hexadecimal digits spell; up to the first that is none.
private func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue ?? 0 }
    return stride(from: 0, to: digits.count - 1, by: 2).map {
        UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
}
