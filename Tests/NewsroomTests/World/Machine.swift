import Ledger
import Newsroom
import Signing
import Testing

/// One device with its key and its replica.
final class Machine {
    static let blank: Seal = {
        guard let seal = Seal([UInt8](repeating: 0, count: 64)) else {
            preconditionFailure("a seal has 64 bytes")
        }
        return seal
    }()

    let name: String
    let device: DeviceKey
    let log: LogID
    private let key: SigningKey
    private weak var home: World?
    var member = MemberID(.zero)
    private(set) var newsroom: Newsroom
    private(set) var last: EntryFacts?
    private var taken: Int

    var world: World {
        get {
            guard let home else { preconditionFailure("\(name) has no world") }
            return home
        }
        set { home = newValue }
    }

    /// A machine that wrote `last` and knows what a newsroom does; a new one at first.
    init(
        _ name: String,
        _ last: EntryFacts? = nil,
        _ newsroom: Newsroom = Newsroom(digest: digest)
    ) throws {
        self.name = name
        self.last = last
        self.newsroom = newsroom
        taken = newsroom.count
        key = try SigningKey(seed: digest(Array("device \(name)".utf8)).bytes)
        device = DeviceKey(try #require(Bytes32(key.publicKey)))
        log = LogID(of: device, incarnation: 1)
    }

    func sign(_ message: [UInt8]) throws -> [UInt8] { try key.sign(message) }

    /// The signature with which the device agrees to belong to a member.
    func consent(to member: MemberID) throws -> Seal {
        let newsroom = try #require(world.id)
        let statement = joiningStatement(newsroom: newsroom, member: member, device: device)
        return try #require(Seal(try key.sign(statement)))
    }

    /// Takes in all that was written anywhere.
    func sync() {
        for entry in world.entries[taken...] { newsroom.fold(entry) }
        taken = world.entries.count
    }

    /// Takes in what another machine knows, and nothing else.
    func hear(of name: String) {
        let other = world[name].newsroom
        for entry in world.entries where other.entry(entry.id) != nil { newsroom.fold(entry) }
    }

    var author: Author {
        Author(device: device, log: log, claimed: world.now) { _ in Self.blank }
    }

    @discardableResult
    func commit(_ intent: Intent) throws -> EntryID {
        write(try newsroom.operations(for: intent, by: author))
    }

    /// Writes operations as they are, whoever may; `after` splits the log there.
    @discardableResult
    func write(_ operations: [Operation], after earlier: EntryFacts? = nil) -> EntryID {
        let prev = earlier ?? last
        let heads = earlier.map { [$0.id] } ?? newsroom.heads
        let causes = heads + (prev.map { [$0.id] } ?? [])
        let draft = EntryDraft(
            newsroom: world.id,
            author: device,
            incarnation: 1,
            seq: prev.map { $0.seq + 1 } ?? 0,
            prev: prev?.id,
            lamport: 1 + (causes.compactMap { newsroom.entry($0)?.lamport }.max() ?? 0),
            claimed: world.now,
            parents: heads.filter { $0 != prev?.id },
            operations: operations
        )
        guard let entry = try? draft.signed(by: key.sign) else {
            preconditionFailure("\(name) cannot sign \(operations)")
        }
        newsroom.fold(entry.facts)
        world.add(entry)
        if earlier == nil { last = entry.facts }
        return entry.id
    }

    /// Answers all that is due, where it is the press.
    func answerAll() {
        while newsroom.view.press?.appointment.log == log,
            let request = newsroom.view.nextRequest(at: world.now)
        {
            write([newsroom.view.answer(to: request, at: world.now)])
        }
    }

    /// Replaces the first occurrence of a word in a draft.
    @discardableResult
    func replace(_ word: String, with other: String, in draft: DraftID) throws -> EntryID {
        let text = newsroom.view.text(of: draft)
        let range = try #require(text.firstRange(of: word))
        let place = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        let count = word.unicodeScalars.count
        let insert = other.isEmpty ? [] : [TextEdit.insert(other, at: place)]
        return try commit(.edit(draft, [.delete(count, at: place)] + insert))
    }
}
