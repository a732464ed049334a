import Ledger
import Newsroom

/// A world that everybody knows all of, to start from.
struct WorldState: Sendable {
    let signed: [Entry]
    let newsroom: Newsroom
    let members: [String: MemberID]
    let lasts: [String: EntryFacts]
}

/// How the world of the tests came to be: root makes Ana and Max admins; Ana hires the others and
/// appoints the press.
struct Founding {
    private let world: World

    /// The world as founded; made once, for it is the same for every test.
    static let state = Result { try Founding().world.state }

    private init() throws {
        let root = try Machine("root")
        world = World(of: root)
        root.write([
            .found(NewsroomFounding(roots: [root.device], name: "The Example", rules: 1)),
            .admit(MemberAdmission(name: "Ana", proof: [])),
        ])
        try hire("ana", MemberID(root.last?.id.bytes ?? .zero), .everything, by: root)
        try hire("max", admit("Max", by: root), .everything, by: root)
        let people: [(String, Capabilities)] = [
            ("wes", .writer), ("una", .writer), ("eve", .editor), ("bo", .editor),
            ("cy", .publisher), ("dee", .publisher), ("leo", .lawyer), ("press", []),
        ]
        for (name, rights) in people {
            try hire(name, admit(name, by: world["ana"]), rights, by: world["ana"])
        }
        try world["ana"].commit(.appointPress(world["press"].device, world["press"].log))
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
        let machine = try Machine(name)
        world.add(machine, as: member)
        admin.sync()
        try admin.commit(
            .addDevice(
                member,
                key: machine.device,
                label: name,
                consent: machine.consent(to: member)
            )
        )
        if !rights.isEmpty { try admin.commit(.grant(member, rights)) }
    }
}
