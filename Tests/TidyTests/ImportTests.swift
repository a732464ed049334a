import Foundation
import Testing

/// Our modules from the roof to the cellar: a file may import only what stands below its target.
private let house = [
    "stet-lab", "TestSupport", "stet", "Desk", "Hub", "Exchange", "PressSupport", "Press", "Store",
    "SyncProtocol", "Ledger", "Signing", "Newsroom", "Prose",
]

/// The modules from outside, and the targets that may know them.
private let outside: [String: Set<String>] = [
    "ArgumentParser": ["stet", "stet-lab"],
    "AsyncHTTPClient": ["Exchange"],
    "CLineEditor": ["Desk"],
    "CMarkdown": ["Press"],
    "COpenSSL": ["Signing"],
    "CZlib": ["Ledger", "stet-lab"],
    "Foundation": [
        "stet-lab", "TestSupport", "stet", "Desk", "Hub", "Exchange", "PressSupport", "Press",
        "Store",
    ],
    "GRDB": ["Store"],
    "Glibc": ["stet", "stet-lab", "TestSupport", "Desk", "Store", "Press"],
    "HTTPTypes": ["Hub"],
    "Hummingbird": ["Hub"],
    "HummingbirdCore": ["Hub"],
    "Logging": ["Hub", "stet"],
    "NIOCore": ["Hub", "Exchange"],
    "HummingbirdTLS": ["Hub"],
    "NIOHTTP1": ["Exchange"],
    "NIOSSL": ["Hub", "Exchange"],
    "ServiceLifecycle": ["Hub"],
    "Dispatch": ["Store", "Press", "stet-lab"],
    "Synchronization": [
        "Desk", "Hub", "Exchange", "Press", "Store", "TestSupport", "stet", "stet-lab",
    ],
    "UnixSignals": ["Hub"],
]

/// The modules that a file imports.
private func imports(in source: String) -> [String] {
    source.matches(of: /(?m)^[^\/\n"]*\bimport (?:struct |func |enum )?(\w+)/).map { String($0.1) }
}

/// Returns what the manifest says that a target depends on; nil where it does not know the target.
private func dependencies(of target: String, in manifest: String) -> Set<String>? {
    let declared = manifest.split(separator: "arget(").first { part in
        part.prefixMatch(of: /\s*name: "([\w-]+)"/).map { String($0.1) } == target
    }
    return declared.map { Set($0.matches(of: /"([\w-]+)"/).map { String($0.1) }) }
}

/// Returns the modules that `source`, a file of `target`, may not import.
private func strangers(in source: String, of target: String) -> [String] {
    let below = house.drop { $0 != target }.dropFirst()
    return imports(in: source)
        .filter { !below.contains($0) && outside[$0]?.contains(target) != true }
}

struct `Imports` {
    @Test func `only go down`() throws {
        let files = try SourceTree.swiftFiles(below: "Sources")
        #expect(files.count > 50)
        for file in files {
            let strangers = strangers(in: try file.text(), of: file.target)
            #expect(strangers.isEmpty, "\(file.path) may not import \(strangers)")
        }
    }

    @Test func `from above are found when planted`() {
        #expect(strangers(in: "import Prose\npublic import Hub\n", of: "Ledger") == ["Hub"])
        #expect(strangers(in: "import GRDB\n", of: "Press") == ["GRDB"])
    }

    @Test func `are not mistaken in comments`() {
        #expect(strangers(in: "// import Hub\n/// An important port.\n", of: "Prose") == [])
    }

    /// Otherwise the build does not know what to compile again, and what is left over calls into
    /// nowhere.
    @Test func `of our own modules are in the manifest`() throws {
        let manifest = try SourceTree.File(path: "Package.swift").text()
        let files = try ["Sources", "Tests"].flatMap { try SourceTree.swiftFiles(below: $0) }
        for file in files where !file.path.hasPrefix("Tests/Fuzz") {
            let known = try #require(dependencies(of: file.target, in: manifest), "\(file.path)")
            let own = imports(in: try file.text()).filter { house.contains($0) }
            #expect(Set(own).isSubset(of: known), "\(file.path) imports \(own)")
        }
    }

    @Test func `that the manifest lacks are found when planted`() {
        let manifest = ".target(name: \"Hub\", dependencies: [\"Store\"]), .target(name: \"Store\")"
        #expect(dependencies(of: "Hub", in: manifest) == ["Hub", "Store"])
        #expect(dependencies(of: "Store", in: manifest) == ["Store"])
        #expect(dependencies(of: "Desk", in: manifest) == nil)
    }

    @Test func `of tests use no back door`() throws {
        let files = try SourceTree.swiftFiles(below: "Tests")
        #expect(!files.isEmpty)
        for file in files where !file.path.hasPrefix("Tests/TidyTests") {
            #expect(!(try file.text().contains("@testable")), "\(file.path) uses @testable")
        }
    }
}
