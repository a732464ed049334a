import Newsroom
import Store
import SyncProtocol

extension Verb {
    /// The verbs about the newsroom itself: people, settings, the press, the hub.
    static let newsroom = [grant, key, appoint, settings, bundle]

    private static let grant = Verb(
        "grant",
        on: .newsroom,
        taking: "MEMBER RIGHTS…",
        "lets a member do more",
        example: "grant \"Bo Lind\" publish"
    ) { desk, arguments in
        let name = try arguments.word("a member")
        let rights = try desk.rights(&arguments)
        let member = try await desk.member(name)
        try await desk.replica.commit(.grant(member.id, rights))
        let now = await desk.replica.newsroom.view.members[member.id]?.capabilities ?? []
        let names = now.names.joined(separator: " ")
        let new = now.subtracting(member.capabilities).names.joined(separator: " ")
        let answer = Answer("\(member.name) may \(names)", facts: ["capabilities": .string(names)])
        return new.isEmpty
            ? answer.undone(instead: "\(member.name) had these rights before")
            : answer.undone(byLine: "revoke \(quoted(member.name)) \(new) --reason undone")
    }

    private static let key = Verb(
        "key",
        on: .newsroom,
        "shows this device's key, its five words and its owner",
        example: "key"
    ) { desk, arguments in
        try arguments.finish()
        let facts = try await desk.replica.keyFacts()
        return Answer(
            [
                StyledText("key    \(facts.device)"),
                StyledText("words  \(facts.words.joined(separator: " "))"),
                StyledText("device \(facts.label ?? "not added yet"), of ")
                    + StyledText(facts.owner?.name ?? "nobody yet"),
            ],
            facts: [
                "device": .string("\(facts.device)"),
                "words": .array(facts.words.map(JSONText.string)),
                "owner": facts.owner.map { .string($0.name) } ?? .null,
            ]
        )
    }

    private static let appoint = Verb(
        "appoint",
        on: .newsroom,
        taking: "press",
        "makes this device the press: the one that publishes",
        example: "appoint press"
    ) { desk, arguments in
        guard arguments.skip("press") else {
            throw DeskError.missing("`press`", usage: arguments.verb.usage)
        }
        try arguments.finish()
        guard let device = desk.replica.device, let log = await desk.replica.log else {
            throw StoreError.noDevice
        }
        try await desk.replica.commit(.appointPress(device, log))
        return Answer("this device is the press", facts: ["press": .string("\(device)")])
            .undone(instead: "`appoint press` on another machine makes that one the press")
    }

    private static let settings = Verb(
        "newsroom",
        on: .newsroom,
        taking: "[FIELD] [VALUE]",
        "shows the settings, or sets name, site, zone, language or theme",
        example: "newsroom site https://gazette.example"
    ) { desk, arguments in
        guard let name = arguments.wordIfAny() else { return await desk.settings() }
        let value = try arguments.text("a value")
        return try await desk.setNewsroom(name, to: value)
    }
}
