import Foundation
import GRDB
import Newsroom
import Store
import TestSupport
import Testing

/// What was folded lies in an archive, which is a cache: whatever becomes of it, nothing is lost.
struct `An archive` {
    private let bench: Bench
    private let ana: Replica

    init() async throws {
        bench = try Bench()
        ana = try await bench.found()
        for number in 1...9 { try await ana.share("story-\(number)", body: "Ferry \(number).\n") }
    }

    /// Does something to a copy of the database, and opens it.
    private func opened(after spoiling: String) throws -> Replica {
        let copy = bench.place("copy \(UUID().uuidString)")
        try FileManager.default.copyItem(at: bench.place("ana"), to: copy)
        let file = copy.appending(path: ".stet/newsroom.sqlite")
        try DatabaseQueue(path: file.path).write { try $0.execute(sql: spoiling) }
        return try Replica(opening: copy, surroundings: bench.surroundings())
    }

    @Test(arguments: [
        "DELETE FROM fact WHERE name = 'archive'",
        "UPDATE fact SET value = x'01' WHERE name = 'archive'",
        "UPDATE fact SET value = substr(value, 2) WHERE name = 'archive'",
    ])
    func `without its head is made anew`(spoiling: String) async throws {
        let again = try opened(after: spoiling)
        #expect(await again.newsroom.stateHash() == ana.newsroom.stateHash())
        #expect(try await again.check().problems == [])
    }

    @Test(arguments: [
        "DELETE FROM fold", "UPDATE fold SET record = x''", "DELETE FROM fold WHERE arrival > 3",
        "UPDATE fold SET record = zeroblob(length(record))",
        "UPDATE fold SET record = substr(record, 2)", "UPDATE story SET points = x'01'",
    ])
    func `that is spoiled is found out, and made anew`(spoiling: String) async throws {
        let again = try opened(after: spoiling)
        let wrong = await again.newsroom.stateHash()
        let isSound = (try? await again.confirmReading()) != nil
        if isSound { #expect(await wrong == ana.newsroom.stateHash()) }
        #expect(await again.newsroom.stateHash() == ana.newsroom.stateHash())
        try await again.confirmReading()
        try await again.share("story-10")
        #expect(try await again.check().problems == [])
    }

    @Test func `lists what lies in it and what came since`() async throws {
        try await ana.share("quay", body: "The quay is shut.\n")
        let names = try await ana.cards(doneAfter: nil).cards.map(\.name)
        #expect(names.sorted() == ((1...9).map { "story-\($0)" } + ["quay"]).sorted())
    }

    @Test func `is searched for words where they begin, whatever their case`() async throws {
        let handed = try await ana.names(saying: "FERRY 4")
        #expect(handed.contains("story-4") && !handed.contains("story-1"))
        #expect(try await !ana.names(saying: "erry 4").contains("story-4"))
        #expect(try await ana.names(saying: "ferr").count == 9)
    }
}

extension Replica {
    /// The names of the documents that may say some words.
    fileprivate func names(saying words: String) throws -> [String] {
        var names: [String] = []
        try documents(saying: words) { name, _ in
            names.append(name)
            return true
        }
        return names
    }
}
