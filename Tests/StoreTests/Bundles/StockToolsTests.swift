import Foundation
import Store
import Testing

/// A bundle checked by people who do not trust Stet: tar, sha256sum, openssl, ssh-keygen.
@Suite(.timeLimit(.minutes(5)))
struct `Stock tools` {
    /// The lines of docs/formats.md, without Stet in them.
    private static let check = #"""
        set -e
        cd "$1"
        mkdir x && tar -xf all.stet -C x && cd x
        awk '$1=="file"{print $5"  "$2}' MANIFEST | sha256sum -c -
        KEY=$(awk '$1=="packer"{print toupper($2)}' MANIFEST)
        printf '302A300506032B6570032100%s' "$KEY" | basenc --base16 -d |
            openssl pkey -pubin -inform DER -out packer.pem
        openssl pkeyutl -verify -pubin -inkey packer.pem -rawin -in MANIFEST -sigfile MANIFEST.sig
        BLOB=$(printf '0000000B7373682D6564323535313900000020%s' "$KEY" |
            basenc --base16 -d | base64 -w0)
        printf 'packer ssh-ed25519 %s\n' "$BLOB" > allowed
        ssh-keygen -Y verify -f allowed -I packer -n stet-bundle -s MANIFEST.sshsig < MANIFEST
        """#

    @Test func `check a bundle without us`() async throws {
        let bench = try Bench()
        let ana = try await bench.found()
        try await ana.share("night-ferry")
        try await ana.exportBundle(.everything, to: bench.place("all.stet"))
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/bash")
        shell.arguments = ["-c", Self.check, "check", bench.folder.path]
        let output = Pipe()
        (shell.standardOutput, shell.standardError) = (output, output)
        try shell.run()
        let said = String(
            decoding: try output.fileHandleForReading.readToEnd() ?? Data(),
            as: UTF8.self
        )
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0, "\(said)")
        #expect(said.contains("entries: OK"))
        #expect(said.contains("Signature Verified Successfully"))
        #expect(said.contains("Good \"stet-bundle\" signature for packer"))
    }
}
