import Foundation
import Newsroom
import Press
import TestSupport
import Testing

/// The good proofs and the forgeries of `../shared/checks/proof_demo.py`, as files.
private struct Forgeries {
    /// What a checker is shown.
    struct Case {
        let folder: URL
        let label: String
        /// What it says, or a part of that.
        let expected: String

        var isGood: Bool { expected.hasPrefix("OK") || expected.hasPrefix("in the log") }

        func bytes(_ name: String) throws -> [UInt8] {
            Array(try Data(contentsOf: folder.appending(path: name)))
        }

        func has(_ name: String) -> Bool {
            FileManager.default.fileExists(atPath: folder.appending(path: name).path)
        }
    }

    static let demo = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/checks/proof_demo.py").standardizedFileURL

    static var isHere: Bool { FileManager.default.fileExists(atPath: demo.path) }

    private let folder: TemporaryFolder
    let cases: [Case]

    /// Runs the demo, which makes the same bytes every time.
    init() throws {
        folder = try TemporaryFolder()
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "forgeries.py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path, Self.demo.path, folder.url.path]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let place = folder.url.appending(path: "cases")
        cases = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted().map {
            let folder = place.appending(path: $0)
            let text = { (name: String) in
                try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            }
            return Case(folder: folder, label: try text("label"), expected: try text("expect"))
        }
    }

    /// The site of the demo: it tells the good stories, and two that a checker has to refuse.
    var site: URL { folder.url.appending(path: "site") }
}

@Suite(
    .enabled(if: Forgeries.isHere, "no ../shared/checks beside this checkout"),
    .timeLimit(.minutes(5))
)
struct `A stranger's checker` {
    @Test func `believes the good proofs and refuses every forgery for its reason`() async throws {
        let forgeries = try Forgeries()
        let good = forgeries.cases.count(where: \.isGood)
        #expect(good == 39 && forgeries.cases.count - good == 47)
        for shown in forgeries.cases {
            let said = await Self.said(of: shown)
            if shown.isGood {
                #expect(said == "believed", "\(shown.label)")
            } else {
                let reason = shown.expected == "FAIL" ? "" : shown.expected
                let isRefused = said != "believed" && (reason.isEmpty || said.contains(reason))
                #expect(isRefused, "\(shown.label): \(said), not \(shown.expected)")
            }
        }
    }

    private static func said(of shown: Forgeries.Case) async -> String {
        do {
            if shown.has("proof.tar") {
                let roots = rootKey(in: try shown.bytes("root.pem")).map { [$0] } ?? []
                _ = try proofFinding(
                    in: try Tar.files(in: try shown.bytes("proof.tar"), called: "proof.tar"),
                    keys: try Tar.files(in: try shown.bytes("keys.tar"), called: "keys.tar"),
                    roots: roots
                )
            } else {
                try await expectLogged(shown)
            }
            return "believed"
        } catch { return "\(error)" }
    }

    private static func expectLogged(_ shown: Forgeries.Case) async throws {
        let press = shown.has("press.pem") ? rootKey(in: try shown.bytes("press.pem")) : nil
        let log = try await LogCheck(FolderFiles(shown.folder), press: press)
        let receipt = try shown.bytes("receipt.txt")
        let number = String(decoding: receipt, as: UTF8.self).firstMatch(of: /number: ([0-9]+)/)
        let place = try #require(number.flatMap { Int($0.1) })
        try await log.expect(receipt, at: place)
    }
}
