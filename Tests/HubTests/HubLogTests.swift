import Foundation
import Hub
import Ledger
import Newsroom
import Store
import TestSupport
import Testing

/// Makes an empty log of a newsroom in a folder: one for each kind of log that there is.
struct LogMaker: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (URL, NewsroomID) throws -> any HubLog

    static let all = [
        LogMaker(testDescription: "SQLite") { folder, newsroom in
            try Replica.hub(in: folder, newsroom: newsroom, surroundings: .fake(seed: 9))
        }
    ]
}

/// What every log of a hub has to do, whatever it is made of.
@Suite(.timeLimit(.minutes(5)))
struct `A log of a hub` {
    private let room: Room
    /// Ana's entries, causes first.
    private let entries: [[UInt8]]

    init() async throws {
        room = try await Room()
        for number in 0..<6 {
            let slug = try #require(Slug("story-\(number)"))
            try await room.ana.commit(.share(slug: slug, fields: [:], body: "Ten.\n"))
        }
        entries = try await room.ana.entries(after: 0, limitBytes: .max).map(\.bytes)
    }

    private func log(_ maker: LogMaker) throws -> any HubLog {
        try maker.make(room.folder.url.appending(path: "log"), room.ana.id)
    }

    @Test(arguments: LogMaker.all)
    func `numbers what arrives 1, 2, 3, without gaps, causes first`(maker: LogMaker) async throws {
        let log = try log(maker)
        #expect(try await log.arrivals(after: 0, limitBytes: .max).last == 0)
        let reception = try await log.append(Array(entries.reversed()))
        #expect(reception.new.count == entries.count)
        let page = try await log.arrivals(after: 0, limitBytes: .max)
        #expect(page.entries.map(\.number) == Array(1...entries.count))
        #expect(page.last == entries.count)
        #expect(page.root == (await room.ana.frontier.root))
        var seen: Set<EntryID> = []
        for (_, bytes) in page.entries {
            let entry = try Entry(stored: bytes)
            #expect(entry.causes.allSatisfy { seen.contains($0) })
            seen.insert(entry.id)
        }
    }

    @Test(arguments: LogMaker.all)
    func `takes nothing twice`(maker: LogMaker) async throws {
        let log = try log(maker)
        _ = try await log.append(entries)
        let again = try await log.append(entries)
        #expect(again.new.isEmpty && again.known.count == entries.count)
        #expect(try await log.arrivals(after: 0, limitBytes: .max).last == entries.count)
    }

    @Test(arguments: LogMaker.all)
    func `gives pages that together are the whole, and a root only with the last`(
        maker: LogMaker
    ) async throws {
        let log = try log(maker)
        _ = try await log.append(entries)
        var (found, number) = ([[UInt8]](), 0)
        while number < entries.count {
            let page = try await log.arrivals(after: number, limitBytes: 1)
            #expect(page.entries.count == 1)
            #expect((page.root != nil) == (page.entries.last?.number == entries.count))
            found += page.entries.map(\.bytes)
            number = page.entries.last?.number ?? entries.count
        }
        #expect(Set(found) == Set(entries))
        let beyond = try await log.arrivals(after: entries.count + 9, limitBytes: 1)
        #expect(beyond.entries.isEmpty && beyond.root != nil)
    }

    @Test(arguments: LogMaker.all)
    func `follows the chain of a head above a place`(maker: LogMaker) async throws {
        let log = try log(maker)
        _ = try await log.append(entries)
        let (heads, last) = try await log.heads()
        #expect(last == entries.count)
        #expect(heads.root == (await room.ana.frontier.root))
        let item = try #require(heads.items.max { $0.seq < $1.seq })
        try #require(item.seq > 5)
        let whole = try await log.chain(of: item.head, after: nil, limitBytes: .max)
        #expect(whole.isWhole && whole.entries.map(\.seq) == Array(0...item.seq))
        let above = try await log.chain(of: item.head, after: 2, limitBytes: .max)
        #expect(above.entries.map(\.seq) == Array(3...item.seq))
        let first = try await log.chain(of: item.head, after: nil, limitBytes: 1)
        #expect(!first.isWhole && first.entries.map(\.seq) == [0])
        let nowhere = try await log.chain(of: EntryID(.zero), after: nil, limitBytes: .max)
        #expect(nowhere.isWhole && nowhere.entries.isEmpty)
    }

    @Test(arguments: LogMaker.all)
    func `has one epoch for its life, of 32 digits`(maker: LogMaker) async throws {
        let log = try log(maker)
        let epoch = try await log.epoch()
        #expect(epoch.utf8.count == 32)
        _ = try await log.append(entries)
        #expect(try await log.epoch() == epoch)
    }
}
