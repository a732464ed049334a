import Foundation
import Testing

struct `The house` {
    @Test func `leaves no work for later`() throws {
        for file in try SourceTree.swiftFiles(below: "Sources") {
            let text = try file.text()
            for mark in ["TODO", "FIXME", "XXX"] {
                #expect(!text.contains(mark), "\(file.path) says \(mark)")
            }
        }
    }

    @Test func `prints only in programs and at the Desk`() throws {
        let speakers: Set = ["stet", "stet-lab", "Desk"]
        for file in try SourceTree.swiftFiles(below: "Sources")
        where !speakers.contains(file.target) {
            let prints = try file.text().contains(/(?m)^\s*print\(/)
            #expect(!prints, "\(file.path) prints")
        }
    }

    @Test func `has no dead link in its documents`() throws {
        let pages = try SourceTree.files(below: "docs").filter { $0.path.hasSuffix(".md") }
        #expect(!pages.isEmpty)
        for page in pages {
            for link in try page.text().matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/) {
                let target = SourceTree.root.appending(path: page.path)
                    .deletingLastPathComponent().appending(path: String(link.1))
                let exists = FileManager.default.fileExists(atPath: target.path)
                #expect(exists, "\(page.path) links to \(link.1)")
            }
        }
    }

    @Test func `keeps files small enough to read at once`() throws {
        for file in try SourceTree.swiftFiles(below: "Sources") {
            let lines = try file.text().split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.count <= 400, "\(file.path) has \(lines.count) lines")
        }
    }
}
