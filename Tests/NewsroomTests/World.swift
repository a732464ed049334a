import Ledger
import Newsroom
import Testing

/// A newsroom on several machines that know only what they were told.
final class World {
    private(set) var entries: [EntryFacts] = []
    private(set) var machines: [String: Machine] = [:]
    var now = Moment(milliseconds: 1_767_225_600_000)
    let root: Machine

    /// Root makes Ana and Max admins; Ana hires the others and appoints the press.
    init() throws {
        root = Machine("root")
        root.world = self
        let rootKey = root.device
        root.write([
            .found(NewsroomFounding(roots: [rootKey], name: "The Example", rules: 1)),
            .admit(MemberAdmission(name: "Ana", proof: [])),
        ])
        try hire("ana", MemberID(root.last?.id.bytes ?? .zero), .everything, by: root)
        try hire("max", admit("Max", by: root), .everything, by: root)
        let people: [(String, Capabilities)] = [
            ("wes", .writer), ("una", .writer), ("eve", .editor), ("bo", .editor),
            ("cy", .publisher), ("dee", .publisher), ("leo", .lawyer), ("press", []),
        ]
        for (name, rights) in people {
            try hire(name, admit(name, by: self["ana"]), rights, by: self["ana"])
        }
        try self["ana"].commit(.appointPress(self["press"].device, self["press"].log))
        meet()
    }

    subscript(name: String) -> Machine {
        guard let machine = machines[name] else { preconditionFailure("nobody is called \(name)") }
        return machine
    }

    private func admit(_ name: String, by admin: Machine) throws -> MemberID {
        admin.sync()
        return MemberID(madeBy: try admin.commit(.admit(name: name)))
    }

    private func hire(
        _ name: String,
        _ member: MemberID,
        _ rights: Capabilities,
        by admin: Machine
    ) throws {
        let machine = Machine(name)
        machine.world = self
        machine.member = member
        machines[name] = machine
        admin.sync()
        try admin.commit(
            .addDevice(member, key: machine.device, label: name, consent: Machine.blank)
        )
        if !rights.isEmpty { try admin.commit(.grant(member, rights)) }
    }

    func add(_ entry: EntryFacts) { entries.append(entry) }

    /// Everybody hears of everything.
    func meet() {
        for machine in machines.values { machine.sync() }
        root.sync()
    }

    /// Everybody hears of everything; all replicas must agree, whatever order entries came in.
    func agree(sourceLocation: SourceLocation = #_sourceLocation) {
        meet()
        let some = ["ana", "wes", "bo", "cy"]
        let hashes = Set(some.map { self[$0].newsroom.stateHash() })
        #expect(hashes.count == 1, "replicas differ", sourceLocation: sourceLocation)
        #expect(
            hashes.first == folded(lastFirst()).stateHash(),
            "the reverse order differs",
            sourceLocation: sourceLocation
        )
    }

    /// A fold of entries in this order.
    func folded(_ order: [EntryFacts]) -> Newsroom {
        var newsroom = Newsroom(digest: digest)
        for entry in order { newsroom.fold(entry) }
        return newsroom
    }

    /// Causes first, but of what may come next always the youngest.
    private func lastFirst() -> [EntryFacts] {
        var waiting = entries
        var placed: Set<EntryID> = []
        var order: [EntryFacts] = []
        while let next = waiting.lastIndex(where: { $0.causes.allSatisfy(placed.contains) }) {
            let entry = waiting.remove(at: next)
            placed.insert(entry.id)
            order.append(entry)
        }
        return order
    }

    /// The press answers all that is due, and everybody hears of it.
    func publish() {
        self["press"].sync()
        self["press"].answerAll()
        meet()
    }

    /// What everybody sees.
    var view: View { self["ana"].newsroom.view }

    func member(_ name: String) -> MemberID { self[name].member }
}

/// One device with its replica.
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
    private weak var home: World?
    var member = MemberID(.zero)
    private(set) var newsroom = Newsroom(digest: digest)
    private(set) var last: EntryFacts?
    private var taken = 0

    var world: World {
        get {
            guard let home else { preconditionFailure("\(name) has no world") }
            return home
        }
        set { home = newValue }
    }

    init(_ name: String) {
        self.name = name
        device = DeviceKey(digest(Array("device \(name)".utf8)))
        log = LogID(digest(Array("log \(name)".utf8)))
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

    var author: Author { Author(device: device, claimed: world.now) { _ in Self.blank } }

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
        let lamport = 1 + (causes.compactMap { newsroom.entry($0)?.lamport }.max() ?? 0)
        let number = world.entries.count
        let entry = EntryFacts(
            id: EntryID(digest(Array("entry \(number) \(name)".utf8))),
            log: log,
            device: device,
            seq: prev.map { $0.seq + 1 } ?? 0,
            prev: prev?.id,
            parents: heads.filter { $0 != prev?.id },
            lamport: lamport,
            claimed: world.now,
            operations: operations
        )
        newsroom.fold(entry)
        world.add(entry)
        if earlier == nil { last = entry }
        return entry.id
    }

    func answerAll() {
        while let request = newsroom.view.nextRequest(at: world.now) {
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
