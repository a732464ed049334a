import Foundation
import Ledger
import Newsroom
import Signing
import Store
import TestSupport
import Testing

struct `A device's key` {
    private let bench: Bench

    init() throws { bench = try Bench() }

    private func open(_ passphrase: String?) throws -> Replica {
        try Replica(
            opening: bench.place("ana"),
            passphrase: passphrase.map { Array($0.utf8) },
            surroundings: bench.surroundings()
        )
    }

    @Test func `protected by a passphrase opens with it alone`() async throws {
        do { try await (try await bench.found()).protectKey(passphrase: Array("two herons".utf8)) }
        #expect(throws: StoreError.passphraseNeeded) { try open(nil) }
        #expect(throws: StoreError.wrongPassphrase) { try open("two heron") }
        do { try await open("two herons").protectKey(passphrase: nil) }
        #expect(try await open(nil).life == .continued)
    }

    @Test func `is shown with its owner and five words`() async throws {
        let facts = try await (try await bench.found()).keyFacts()
        #expect(facts.owner?.name == "Ana Ruiz")
        #expect(facts.label == "Ana's laptop")
        #expect(facts.words.count == 5)
        #expect(facts.words == keyWords(facts.device.bytes.bytes))
    }
}

struct `A root key typed from paper` {
    private let bench: Bench

    init() throws { bench = try Bench() }

    private func founded(_ name: String) async throws -> (Replica, RootCode) {
        let (replica, root) = try await Replica.found(
            in: bench.place(name),
            newsroom: "The Invented Gazette",
            founder: "Ana Ruiz",
            device: "Ana's laptop",
            surroundings: bench.surroundings()
        )
        return (replica, try RootCode(typed: root.description.lowercased()))
    }

    @Test func `makes an admin where the last one is gone, as often as needed`() async throws {
        let (ana, root) = try await founded("ana")
        for name in ["Bo Lind", "Cy Marsh"] {
            let admission = try await ana.commit(.admit(name: name), as: root)
            let member = MemberID(madeBy: admission.id)
            try await ana.commit(.grant(member, .everything), as: root)
            #expect(await ana.newsroom.view.members[member]?.capabilities == .everything)
        }
        #expect(try await ana.forks() == [])
        #expect(try await ana.check().problems == [])
        #expect(try await bench.openAgain(ana).problems == [])
    }

    @Test func `of another newsroom does nothing`() async throws {
        let (ana, _) = try await founded("ana")
        let (_, other) = try await founded("other")
        let count = await ana.newsroom.count
        await #expect(throws: StoreError.noRoot) {
            try await ana.commit(.admit(name: "Eve"), as: other)
        }
        #expect(await ana.newsroom.count == count)
    }
}

extension Bench {
    /// What another replica says that gets everything that this one has.
    fileprivate func openAgain(_ replica: Replica) async throws -> CheckReport {
        let other = try Replica.hub(
            in: place("other-replica"),
            newsroom: replica.id,
            surroundings: surroundings()
        )
        let entries = try await replica.entries(after: 0, limitBytes: .max).map(\.bytes)
        #expect(try await other.receive(entries).new.count == entries.count)
        return try await other.check()
    }
}
