import Foundation
import Glibc
import Ledger
import Newsroom
import Signing
import Store
import Testing

struct `A log with two histories` {
    private let bench: Bench

    init() throws { bench = try Bench() }

    /// Two replicas that wrote different things in one place of one log: the second is a copy
    /// whose marker was forged to look as if it had gone on living.
    private func forked() async throws -> (Replica, Replica) {
        do {
            let ana = try await bench.found()
            try await ana.share("night-ferry", body: "The ferry sails.\n")
        }
        let twin = bench.place("twin")
        try FileManager.default.copyItem(at: bench.place("ana"), to: twin)
        let database = twin.appending(path: ".stet/newsroom.sqlite")
        let marker = twin.appending(path: ".stet/restore-marker")
        let birth = twin.appending(path: ".stet/birth")
        var (file, born) = (stat(), stat())
        unsafe stat(database.path, &file)
        unsafe stat(birth.path, &born)
        let time = UInt64(born.st_ctim.tv_sec) * 1_000_000_000 + UInt64(born.st_ctim.tv_nsec)
        try String(contentsOf: marker, encoding: .utf8)
            .replacing(/inode \d+/, with: "inode \(digits(UInt64(file.st_ino)))")
            .replacing(/birth \d+/, with: "birth \(digits(time))")
            .write(to: marker, atomically: true, encoding: .utf8)
        let (ana, copy) = (try bench.open(), try bench.open("twin"))
        #expect(await copy.life == .continued)
        let draft = try #require(await ana.newsroom.view.drafts.keys.first)
        try await ana.prepend("At ten. ", to: draft)
        try await copy.prepend("At noon. ", to: draft)
        return (ana, copy)
    }

    private func digits(_ number: UInt64) -> String {
        String(repeating: "0", count: 20 - String(number).count) + String(number)
    }

    private func exchange(_ one: Replica, _ other: Replica) async throws {
        for (from, to) in [(one, other), (other, one), (one, other)] {
            _ = try await to.receive(from.entries(after: 0, limitBytes: .max).map(\.bytes))
        }
    }

    @Test func `keeps both texts and proves itself`() async throws {
        let (ana, copy) = try await forked()
        try await exchange(ana, copy)
        for replica in [ana, copy] {
            let forks = try await replica.forks()
            let fork = try #require(forks.first)
            #expect(forks.count == 1)
            #expect(fork.branches.count == 2)
            #expect(fork.owner?.name == "Ana Ruiz")
            #expect(fork.sentence.hasPrefix("Ana's laptop has two histories since 2026-01-01 00:"))
            #expect(fork.sentence.hasSuffix(" UTC. No text is lost."))
            let again = try ForkProof(fork.proof.headers[1], fork.proof.headers[0])
            #expect(again == fork.proof)
            let draft = try #require(await replica.newsroom.view.drafts.keys.first)
            let text = await replica.newsroom.view.text(of: draft)
            #expect(text.contains("At ten.") && text.contains("At noon."))
            #expect(try await replica.check().problems == [])
        }
        #expect(await ana.newsroom.stateHash() == copy.newsroom.stateHash())
    }

    @Test func `goes on in a new log that says so`() async throws {
        let (ana, copy) = try await forked()
        try await exchange(ana, copy)
        #expect(await ana.life == .restored)
        try await ana.share("morning-ferry")
        let openings = await ana.newsroom.history.flatMap(\.operations).compactMap { operation in
            if case .openLog(let act) = operation { act } else { nil }
        }
        #expect(openings.last?.reason == .split)
        #expect(openings.last?.earlier.count == 2)
        let closings = await ana.newsroom.history.flatMap(\.operations).compactMap { operation in
            if case .closeLog(let act) = operation { act.log } else { nil }
        }
        let forks = try await ana.forks()
        #expect(forks.count == 1)
        #expect(closings == forks.map(\.proof.log))
    }

    @Test func `whose key writes on in two places is suspect`() async throws {
        let (ana, copy) = try await forked()
        try await exchange(ana, copy)
        #expect(await ana.sharedKeys() == [])
        for round in 0..<2 {
            try await ana.share("ana-\(round)")
            try await copy.share("copy-\(round)")
            try await exchange(ana, copy)
        }
        let keys = await ana.sharedKeys()
        #expect(keys.map(\.label) == ["Ana's laptop"])
        #expect(keys.first?.sentence.contains("in use in two places") == true)
    }

    @Test func `is not proved by one entry, two places or a changed signature`() async throws {
        let (ana, copy) = try await forked()
        let own = try await ana.entries(after: 0, limitBytes: .max).map(\.bytes)
        let twin = try await copy.entries(after: 0, limitBytes: .max).map(\.bytes)
        let (one, other) = (own[own.count - 1], twin[twin.count - 1])
        #expect(try ForkProof(one, other).seq == 2)
        #expect(throws: ForkProofError.sameEntry) { try ForkProof(one, one) }
        #expect(throws: ForkProofError.differentPlace) { try ForkProof(one, own[own.count - 2]) }
        #expect(throws: ForkProofError.noEntry) { try ForkProof(one, Array(other[..<170])) }
        var forged = other
        forged[125] ^= 1
        #expect(throws: ForkProofError.self) { try ForkProof(one, forged) }
    }
}
