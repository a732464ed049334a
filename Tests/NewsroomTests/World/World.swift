import Ledger
import Newsroom
import Testing

/// A newsroom on several machines that know only what they were told; every entry is a signed one.
final class World {
    private(set) var signed: [Entry] = []
    private(set) var entries: [EntryFacts] = []
    private(set) var machines: [String: Machine] = [:]
    var now = Moment(milliseconds: 1_767_225_600_000)
    let root: Machine
    /// What everybody knew when the test began.
    private var known = Newsroom(digest: digest)

    /// The world as it was when everybody had heard of everything.
    init(_ state: WorldState) throws {
        root = try Machine("root", state.lasts["root"], state.newsroom)
        known = state.newsroom
        signed = state.signed
        entries = signed.map(\.facts)
        root.world = self
        for (name, member) in state.members {
            try add(Machine(name, state.lasts[name], state.newsroom), as: member)
        }
    }

    /// A world of nobody.
    init(of root: Machine) {
        self.root = root
        root.world = self
    }

    /// What everybody knows, after all have met.
    var state: WorldState {
        meet()
        var lasts = machines.compactMapValues(\.last)
        lasts["root"] = root.last
        return WorldState(
            signed: signed,
            newsroom: root.newsroom,
            members: machines.mapValues(\.member),
            lasts: lasts
        )
    }

    /// The newsroom's id; nil before its first entry.
    var id: NewsroomID? { signed.first?.belongsTo }

    subscript(name: String) -> Machine {
        guard let machine = machines[name] else { preconditionFailure("nobody is called \(name)") }
        return machine
    }

    func add(_ machine: Machine, as member: MemberID) {
        machine.world = self
        machine.member = member
        machines[machine.name] = machine
    }

    func add(_ entry: Entry) {
        signed.append(entry)
        entries.append(entry.facts)
    }

    /// Everybody hears of everything.
    func meet() {
        for machine in machines.values { machine.sync() }
        root.sync()
    }

    /// Everybody hears of everything; all replicas must agree, whatever order entries came in, and
    /// so must one that gets in a bundle what it lacks, and one that has little in memory.
    func agree(sourceLocation: SourceLocation = #_sourceLocation) {
        meet()
        let some = ["ana", "wes", "bo", "cy"]
        let hashes = Set(some.map { self[$0].newsroom.stateHash() })
        #expect(hashes.count == 1, "replicas differ", sourceLocation: sourceLocation)
        #expect(
            hashes.first == lastFirst.stateHash(),
            "the reverse order differs",
            sourceLocation: sourceLocation
        )
        #expect(throws: Never.self, "no archive is made", sourceLocation: sourceLocation) {
            let archived = try archived(Array(entries[known.count...]), upon: known, every: 4)
            #expect(
                hashes.first == archived.stateHash(),
                "the archive differs",
                sourceLocation: sourceLocation
            )
            #expect(
                archived.items() == self["ana"].newsroom.items(),
                "the archive asks for other people",
                sourceLocation: sourceLocation
            )
        }
        #expect(throws: Never.self, "the bundle is not read", sourceLocation: sourceLocation) {
            let carried = try Bundled(Array(signed[known.count...]), packedBy: root)
            #expect(
                hashes.first == folded(carried.facts, upon: known).stateHash(),
                "the bundle brings something else",
                sourceLocation: sourceLocation
            )
        }
    }

    /// What comes of the entries where of those that may come next the youngest always does.
    var lastFirst: Newsroom { folded(Array(entries[known.count...]).lastFirst, upon: known) }

    /// A fold of entries in this order.
    func folded(_ order: [EntryFacts], upon known: Newsroom = Newsroom(digest: digest)) -> Newsroom
    {
        var newsroom = known
        for entry in order { newsroom.fold(entry) }
        return newsroom
    }

    /// The press answers all that is due, and everybody hears of it.
    func publish(sourceLocation: SourceLocation = #_sourceLocation) {
        self["press"].sync()
        self["press"].answerAll()
        agree(sourceLocation: sourceLocation)
    }

    /// What everybody sees.
    var view: View { self["ana"].newsroom.view }

    func member(_ name: String) -> MemberID { self[name].member }
}

extension [EntryFacts] {
    /// Causes first, but of what may come next always the youngest.
    var lastFirst: [EntryFacts] {
        let here = Set(map(\.id))
        var waiting = self
        var placed: Set<EntryID> = []
        var order: [EntryFacts] = []
        while let next = waiting.lastIndex(where: { entry in
            entry.causes.allSatisfy { placed.contains($0) || !here.contains($0) }
        }) {
            let entry = waiting.remove(at: next)
            placed.insert(entry.id)
            order.append(entry)
        }
        return order
    }
}
