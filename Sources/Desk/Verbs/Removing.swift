import Newsroom
import Store
import SyncProtocol

extension Verb {
    /// The verbs that take rights away, and what follows from it.
    static let removing = [revoke, dismiss, freeze, rename]

    private static let revoke = Verb(
        "revoke",
        on: .newsroom,
        taking: "MEMBER RIGHTS… [--reason TEXT]",
        "takes rights from a member; what you have seen of him stays",
        example: "revoke \"Bo Lind\" publish --reason \"moved desks\""
    ) { desk, arguments in
        let member = try await desk.member(arguments.word("a member"))
        let rights = try desk.rights(&arguments)
        let reason = try desk.reason(arguments)
        try await desk.replica.commit(.revoke(member.id, rights, reason: reason))
        let now = await desk.replica.newsroom.view.members[member.id]?.capabilities ?? []
        return Answer(
            "\(member.name) may now: \(now.isEmpty ? "nothing" : now.words)",
            facts: ["capabilities": .array(now.names.map { .string($0) })]
        ).undone(instead: "`grant` gives rights again")
    }

    private static let dismiss = Verb(
        "dismiss",
        on: .newsroom,
        taking: "MEMBER [--reason TEXT] [--yes]",
        "takes all rights and devices from a member",
        example: "dismiss \"Bo Lind\" --reason \"left the paper\" --yes"
    ) { desk, arguments in
        let member = try await desk.member(arguments.word("a member"))
        try arguments.finish()
        let reason = try desk.reason(arguments)
        let devices = await desk.replica.newsroom.view.devices.values.count {
            $0.owner == member.id
        }
        try desk.confirm(
            "\(member.name) will lose all rights and \(counted(devices, "device"))",
            arguments
        )
        try await desk.replica.commit(.remove(member.id, reason: reason))
        return Answer(
            "\(member.name) is removed; what you have seen of him stays",
            facts: ["member": .string("\(member.id)")]
        ).undone(instead: "`invite` takes a person on anew")
    }

    private static let freeze = Verb(
        "freeze",
        on: .newsroom,
        taking: "MEMBER [--reason TEXT] [--yes]",
        "lets another admin's `admin` rest until a root key decides",
        example: "freeze \"Cy Marsh\" --reason \"the laptop was stolen\" --yes"
    ) { desk, arguments in
        let member = try await desk.member(arguments.word("a member"))
        try arguments.finish()
        let reason = try desk.reason(arguments)
        try desk.confirm(
            "\(member.name) will be no admin until a root key grants it again",
            arguments
        )
        try await desk.replica.commit(.freeze(member.id, reason: reason))
        return Answer(
            "\(member.name) is frozen",
            facts: ["member": .string("\(member.id)")]
        ).undone(instead: "a root key decides: `root grant \(quoted(member.name)) admin`")
    }

    private static let rename = Verb(
        "rename",
        on: .newsroom,
        taking: "MEMBER NAME",
        "gives a member another name",
        example: "rename \"Bo Lind\" \"Bo Lind-Marsh\""
    ) { desk, arguments in
        let member = try await desk.member(arguments.word("a member"))
        let name = try arguments.text("a name")
        try await desk.replica.commit(.renameMember(member.id, name))
        return Answer(
            "\(member.name) is \(name) now",
            facts: ["member": .string("\(member.id)"), "name": .string(name)]
        ).undone(byLine: "rename \(quoted(name)) \(quoted(member.name))")
    }
}

extension Desk {
    /// The reason that an act which takes rights away must give.
    func reason(_ arguments: Arguments) throws(DeskError) -> String {
        guard let reason = arguments.value(of: "reason") else {
            throw .missing("a reason", usage: arguments.verb.usage)
        }
        return reason
    }
}
