import Newsroom
import Store
import SyncProtocol

extension Verb {
    /// The verbs about hubs: what is exchanged with them, and where they are.
    static let syncing = [sync, hub]

    private static let sync = Verb(
        "sync",
        on: .newsroom,
        taking: "[URL] [--pin PIN]",
        "exchanges with the hubs: sends what they lack, takes the news",
        example: "sync https://hub.gazette.example"
    ) { desk, arguments in
        let pins = try pins(arguments)
        let url = pins.isEmpty ? arguments.wordIfAny() : try arguments.word("an address")
        try arguments.finish()
        return try await desk.sync(with: url, pins: pins)
    }

    private static let hub = Verb(
        "hub",
        on: .newsroom,
        taking: "[set|forget] [URL] [--pin PIN]",
        "shows the hubs, names the newsroom's, or forgets one here",
        example: "hub set https://hub.gazette.example"
    ) { desk, arguments in
        let pins = try pins(arguments)
        if arguments.count == 0, pins.isEmpty { return try await desk.hubs() }
        let act = try arguments.word("set or forget")
        let acts = ["set", "forget"]
        guard acts.contains(act) else {
            throw DeskError.notOneOf(act, what: "act", allowed: acts)
        }
        let url = try arguments.word("an address")
        try arguments.finish()
        return act == "set"
            ? try await desk.setHub(HubPlace(url: url, pins: pins))
            : try await desk.forgetHub(at: url)
    }

    /// The keys that `--pin` names, one or several with commas between.
    private static func pins(_ arguments: Arguments) throws(DeskError) -> Set<Bytes32> {
        let words = (arguments.value(of: "pin") ?? "").split(separator: ",")
        let pins = words.compactMap { Bytes32(hex: $0) }
        guard pins.count == words.count, arguments.has("pin") == !pins.isEmpty else {
            throw .badPin
        }
        return Set(pins)
    }
}
