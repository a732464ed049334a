import Foundation
import Signing
import Testing

/// The published vectors of ledger.md 8.4.
struct `An invite code` {
    private let printed = "000G-40R4-0M30-E209-185G-7V41"

    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test func `is that of the published vector`() throws {
        #expect(try InviteCode(random: Array(0...12)).description == printed)
        #expect(try InviteCode(typed: printed).description == printed)
        let typed = printed.lowercased().replacing("-", with: " ").replacing("0", with: "o")
        #expect(try InviteCode(typed: typed).description == printed)
    }

    @Test func `makes the published key, look-up id and bind`() throws {
        let secret = try InviteCode(typed: printed).secret()
        #expect(
            hex(secret.key.publicKey)
                == "98eae5e5323c251fe34605758e4465805c8aee51aaecf33cdaf47448cd35af10"
        )
        #expect(secret.lookUpID == "cfb2fb924e281b59")
        let newsroom = "ec832ad7f82e92840168ad214578dbea04614ccd863fe20443c5b5f907051226"
        let id = stride(from: 0, to: 64, by: 2).map { place -> UInt8 in
            let start = newsroom.index(newsroom.startIndex, offsetBy: place)
            return UInt8(newsroom[start...].prefix(2), radix: 16) ?? 0
        }
        #expect(
            hex(secret.bind(newsroom: id, pins: [Array(repeating: 0x44, count: 32)]))
                == "a964507ce7362db26511a4a3ce88158e7c201c4e8c8e34e8018b606e2774f9b9"
        )
    }

    @Test func `with any letter wrong is refused`() {
        for place in printed.indices where printed[place] != "-" {
            var wrong = printed
            wrong.replaceSubrange(place...place, with: printed[place] == "Z" ? "Y" : "Z")
            #expect(throws: SigningError.badInviteCode) { try InviteCode(typed: wrong) }
        }
        for wrong in ["", "000G", printed + "0", "UUUU-UUUU-UUUU-UUUU-UUUU-UUUU"] {
            #expect(throws: SigningError.badInviteCode) { try InviteCode(typed: wrong) }
        }
    }
}

struct `Spoken words` {
    @Test func `are proquints`() {
        #expect(spoken([127, 0, 0, 1]) == ["lusab", "babad"])
        #expect(spoken([63, 84, 220, 193]) == ["gutih", "tugad"])
    }
}

struct `A protected key` {
    private let key: SigningKey
    private let pem: [UInt8]

    init() throws {
        key = try SigningKey(seed: Array(0..<32))
        pem = try key.protectedPEM(
            passphrase: Array("two herons".utf8),
            salt: Array(repeating: 1, count: 16),
            vector: Array(repeating: 2, count: 16)
        )
    }

    @Test func `opens with its passphrase alone`() throws {
        #expect(try SigningKey(pem: pem, passphrase: Array("two herons".utf8)).seed == key.seed)
        #expect(throws: SigningError.wrongPassphrase) {
            try SigningKey(pem: pem, passphrase: Array("two heron".utf8))
        }
        #expect(throws: SigningError.passphraseNeeded) { try SigningKey(pem: pem) }
        #expect(throws: SigningError.emptyPassphrase) {
            try key.protectedPEM(
                passphrase: [],
                salt: Array(repeating: 1, count: 16),
                vector: Array(repeating: 2, count: 16)
            )
        }
    }

    @Test(.timeLimit(.minutes(5))) func `is read by openssl`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(pem).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let openssl = Process()
        openssl.executableURL = URL(filePath: "/usr/bin/env")
        openssl.arguments = [
            "openssl", "pkey", "-in", file.path, "-passin", "pass:two herons", "-pubout",
        ]
        let output = Pipe()
        openssl.standardOutput = output
        try openssl.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        openssl.waitUntilExit()
        #expect(openssl.terminationStatus == 0)
        #expect(Array(said) == (try publicKeyPEM(key.publicKey)))
    }
}
