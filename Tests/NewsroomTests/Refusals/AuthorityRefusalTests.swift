import Newsroom
import Testing

/// What authority itself sets aside or holds (newsroom.md 3.2 and 3.3).
struct `Without authority` {
    private let budget: Budget

    init() throws { budget = try Budget() }

    private func grant(_ rights: Capabilities, to name: String) -> Operation {
        .grant(
            MemberGrant(
                member: budget.world.member(name),
                capabilities: rights,
                seal: Machine.blank
            )
        )
    }

    private func addition(of machine: Machine, to name: String) throws -> Operation {
        let member = budget.world.member(name)
        return .addDevice(
            DeviceAddition(
                member: member,
                key: machine.device,
                label: "phone",
                proof: try machine.consent(to: member),
                seal: Machine.blank
            )
        )
    }

    private func phone() throws -> Machine {
        let phone = try Machine("phone")
        phone.world = budget.world
        return phone
    }

    @Test func `device: a stranger does nothing, nor does a removed device`() throws {
        let stranger = try phone()
        stranger.sync()
        #expect(stranger.verdict(on: grant(.write, to: "una")) == .setAside(.device))
        let remark = Operation.remark(StoryRemark(story: budget.story, text: "Hello."))
        #expect(stranger.verdict(on: remark) == .setAside(.device))
        try budget["ana"].commit(.revokeDevice(budget["wes"].device, reason: "lost"))
        budget.world.meet()
        budget.expect(.setAside(.device), by: "wes", [remark])
    }

    @Test func `log: a closed log says nothing more`() throws {
        let last = try #require(budget["wes"].last?.id)
        try budget["ana"].commit(.closeLog(budget["wes"].log, heads: [last]))
        budget.world.meet()
        let remark = Operation.remark(StoryRemark(story: budget.story, text: "Hello."))
        budget.expect(.setAside(.log), by: "wes", [remark])
    }

    @Test func `held: permission on a split log, until it is issued again`() throws {
        try budget["cy"].commit(.remark(budget.story, "reading"))
        let split = try #require(budget["cy"].last)
        for word in ["one", "two"] {
            let remark = StoryRemark(story: budget.story, text: word)
            budget["cy"].write([.remark(remark)], after: split)
        }
        budget.world.meet()
        let release = budget["cy"].write(
            try budget.operations(.release(budget.draft, when: .now), by: "dee")
        )
        budget.world.meet()
        #expect(budget.status(of: release) == .held)
    }

    @Test func `self: nobody grants to himself or freezes himself`() {
        budget.expect(
            .setAside(.`self`),
            by: "ana",
            [
                grant(.write, to: "ana"),
                .freeze(MemberFreeze(member: budget.world.member("ana"), reason: "odd")),
            ]
        )
    }

    @Test func `root: only a root key grants or takes admin`() {
        let member = budget.world.member("una")
        budget.expect(
            .setAside(.root),
            by: "ana",
            [
                grant(.admin, to: "una"),
                .revoke(
                    MemberRevocation(member: member, capabilities: .admin, cut: [], reason: "odd")
                ),
            ]
        )
    }

    @Test func `downward: an admin does not act on admins, and freezes nobody else`() {
        let (max, una) = (budget.world.member("max"), budget.world.member("una"))
        budget.expect(
            .setAside(.downward),
            by: "ana",
            [
                grant(.write, to: "max"),
                .revoke(
                    MemberRevocation(member: max, capabilities: .write, cut: [], reason: "odd")
                ),
                .revokeDevice(
                    DeviceRevocation(key: budget["max"].device, cut: [], reason: "odd")
                ), .freeze(MemberFreeze(member: una, reason: "odd")),
            ]
        )
    }

    @Test func `key: a device belongs to one member`() throws {
        let taken = budget["wes"]
        budget.expect(.setAside(.key), by: "ana", [try addition(of: taken, to: "bo")])
        budget.expect(.setAside(.key), by: "bo", [try addition(of: taken, to: "bo")])
    }

    @Test func `right: who holds nothing adds no device of his own`() throws {
        let phone = try phone()
        budget.expect(.setAside(.right), by: "press", [try addition(of: phone, to: "press")])
        budget.expect(.inForce, by: "bo", [try addition(of: phone, to: "bo")])
    }

    @Test func `missing: an admin removes no device that is nobody's`() throws {
        let phone = try phone()
        let (wes, una) = (budget.world.member("wes"), budget.world.member("una"))
        // Two members claim it without knowing of each other: then it is neither's.
        budget["wes"].write([try addition(of: phone, to: "wes")])
        budget["una"].write([try addition(of: phone, to: "una")])
        budget.world.meet()
        #expect(wes != una)
        #expect(budget.view.owner(of: phone.device) == nil)
        budget.expect(
            .setAside(.missing),
            by: "ana",
            [.revokeDevice(DeviceRevocation(key: phone.device, cut: [], reason: "whose?"))]
        )
    }
}
