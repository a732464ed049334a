import Newsroom
import Store
import SyncProtocol

/// A hub as this device knows it, in words.
struct HubWords {
    let hub: HubPlace
    /// Whether the newsroom named it to everybody.
    let isOurs: Bool
    /// When it last had all that is here.
    let last: Moment?

    /// When a hub last had all that is here, in words.
    static func when(_ last: Moment?) -> String {
        last.map { "last synced \($0.minute)" } ?? "never synced"
    }

    var lines: [StyledText] {
        let whose = isOurs ? "the newsroom's" : "this device's"
        return [StyledText(hub.url, .strong) + StyledText("  \(whose), \(Self.when(last))")]
            + hub.pins.sorted().map { StyledText("    key \($0)", .quiet) }
    }

    var facts: JSONText {
        .object([
            "url": .string(hub.url), "newsroom": .bool(isOurs),
            "synced": last.map { .string($0.utcSeconds) } ?? .null,
            "pins": .array(hub.pins.sorted().map { .string("\($0)") }),
        ])
    }
}
