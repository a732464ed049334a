import Foundation
import Glibc
import Ledger
import Newsroom
import Signing
import Store
import TestSupport
import Testing

/// The rows of ledger.md 6 that machines show, by their names; those of the rules are in NewsroomTests.
struct `Fork row` {
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
        let draft = try #require(await ana.newsroom.view.draftIDs.first)
        try await ana.prepend("At ten. ", to: draft)
        try await copy.prepend("At noon. ", to: draft)
        return (ana, copy)
    }

    private func digits(_ number: UInt64) -> String {
        String(repeating: "0", count: 20 - String(number).count) + String(number)
    }

    @Test func `effect on text: both stay; read on a fork`() async throws {
        let (ana, copy) = try await forked()
        try await ana.exchange(with: copy)
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
            let draft = try #require(await replica.newsroom.view.draftIDs.first)
            let text = await replica.newsroom.view.text(of: draft)
            #expect(text.contains("At ten.") && text.contains("At noon."))
            #expect(try await replica.check().problems == [])
        }
        #expect(await ana.newsroom.stateHash() == copy.newsroom.stateHash())
    }

    @Test func `recover: a new log with all heads and reason 2, and the old one closed`()
        async throws
    {
        let (ana, copy) = try await forked()
        try await ana.exchange(with: copy)
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

    @Test func `suspect: two logs of one key that grow at the same time; read on a suspect`()
        async throws
    {
        let (ana, copy) = try await forked()
        try await ana.exchange(with: copy)
        #expect(await ana.sharedKeys() == [])
        for round in 0..<2 {
            try await ana.share("ana-\(round)")
            try await copy.share("copy-\(round)")
            try await ana.exchange(with: copy)
        }
        let keys = await ana.sharedKeys()
        #expect(keys.map(\.label) == ["Ana's laptop"])
        #expect(keys.first?.sentence.contains("in use in two places") == true)
    }

    @Test func `prove: two entries of one place, and nothing else`() async throws {
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

    @Test func `prevent: a new log as soon as somebody shows an entry of mine that I lack`()
        async throws
    {
        let (ana, copy) = try await forked()
        let log = await copy.log
        // It saw nothing of a second history yet: whoever came first stays in the log.
        try await ana.give(to: copy)
        #expect(await copy.log != log)
        #expect(await copy.life == .restored)
        #expect(await ana.log == log)
    }

    @Test func `held: what was permitted on a history is told by its sort, and given again`()
        async throws
    {
        let (ana, copy) = try await forked()
        let bo = MemberID(madeBy: try await ana.commit(.admit(name: "Bo Lind")).id)
        try await ana.commit(.grant(bo, .editor))
        try await ana.exchange(with: copy)
        let told = try await copy.forks().map(\.sentence)
        let lost = "No text is lost. 1 right and 1 other act must be given again."
        #expect(told.first?.hasSuffix(lost) == true, "\(told)")
        try await ana.commit(.grant(bo, .editor))
        let left = try await ana.forks().map(\.sentence)
        #expect(left.first?.hasSuffix("1 other act must be given again.") == true, "\(left)")
        // His admission.
        try await ana.commit(.admit(name: "Bo Lind"))
        #expect(try await ana.forks().map(\.held.ids) == [[]])
        #expect(await ana.newsroom.view.members[bo]?.capabilities == .editor)
    }
}
