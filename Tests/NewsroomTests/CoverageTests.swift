import Foundation
import Newsroom
import Testing

/// The tables of newsroom.md are tested row by row, each by its own name.
struct `The tables of the plan` {
    /// The names of the tests in a folder of `Tests`.
    private func names(in folder: String) throws -> [String] {
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let root = here.deletingLastPathComponent().appending(path: folder)
        let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        let files = (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
        return try files.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).matches(of: /func `([^`]+)`/)
                .map { String($0.1) }
        }
    }

    @Test func `have a test for every row of concurrency, C01 to C63`() throws {
        let names = try names(in: "NewsroomTests")
        for row in 1...63 {
            let id = "C" + (row < 10 ? "0" : "") + "\(row) "
            #expect(names.contains { $0.hasPrefix(id) }, "\(id)has no test")
        }
    }

    @Test func `have a test for every kind of item, K01 to K18`() throws {
        let names = try names(in: "NewsroomTests")
        for kind in ItemKind.allCases {
            #expect(names.contains { $0.hasPrefix("\(kind.rawValue) ") }, "\(kind.rawValue)")
        }
    }

    @Test func `have a test for every code of a refusal`() throws {
        let names = try names(in: "NewsroomTests") + names(in: "PressTests")
        let codes = Set(
            names.compactMap { $0.split(separator: ":").first }.flatMap { words in
                words.split(separator: ", ").map(String.init)
            }
        )
        for code in RefusalCode.allCases {
            #expect(codes.contains(code.rawValue), "\(code.rawValue) has no test")
        }
    }
}
