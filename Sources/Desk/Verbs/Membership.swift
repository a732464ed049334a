import Newsroom
import Store
import SyncProtocol

extension Verb {
    /// The verbs about the newsroom itself: people, settings, the press, the hub.
    static let newsroom = [admit, grant, device, key, appoint, settings, sync, bundle]

    private static let admit = Verb(
        "admit",
        on: .newsroom,
        taking: "NAME as RIGHTS…",
        "takes on a writer, editor, publisher, lawyer, or single rights",
        example: "admit \"Bo Lind\" as editor"
    ) { desk, arguments in
        let name = try arguments.word("a name")
        guard arguments.skip("as") else {
            throw DeskError.missing("`as` and a right", usage: arguments.verb.usage)
        }
        let rights = try desk.rights(&arguments)
        return try await desk.admit(name, rights)
    }

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
        return Answer("\(member.name) may \(names)", facts: ["capabilities": .string(names)])
    }

    private static let device = Verb(
        "device",
        on: .newsroom,
        taking: "add MEMBER LABEL CONSENT",
        "gives a member a device, with the line `stet join` printed",
        example: "device add \"Bo Lind\" \"Bo's laptop\" 29ac…"
    ) { desk, arguments in
        guard arguments.skip("add") else {
            throw DeskError.missing("`add`", usage: arguments.verb.usage)
        }
        let name = try arguments.word("a member")
        let label = try arguments.word("a label")
        guard let consent = Consent(try arguments.word("the consent")) else {
            throw DeskError.badConsent
        }
        try arguments.finish()
        let member = try await desk.member(name)
        try await desk.replica.commit(
            .addDevice(member.id, key: consent.key, label: label, consent: consent.signature)
        )
        return Answer(
            "\(label) is a device of \(member.name)",
            facts: ["member": .string("\(member.id)"), "device": .string("\(consent.key)")]
        )
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
    }

    private static let settings = Verb(
        "newsroom",
        on: .newsroom,
        taking: "[FIELD] [VALUE]",
        "shows the settings, or sets name, site, zone or language",
        example: "newsroom site https://gazette.example"
    ) { desk, arguments in
        guard let name = arguments.wordIfAny() else { return await desk.settings() }
        let value = try arguments.text("a value")
        return try await desk.setNewsroom(name, to: value)
    }

    private static let sync = Verb(
        "sync",
        on: .newsroom,
        taking: "[URL]",
        "exchanges with the hub: sends what it lacks, takes what is new",
        example: "sync http://127.0.0.1:8080"
    ) { desk, arguments in
        let url = arguments.wordIfAny()
        try arguments.finish()
        return try await desk.sync(with: url)
    }
}
