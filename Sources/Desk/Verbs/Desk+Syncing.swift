import Exchange
import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// Exchanges with the hub at an address, or with every hub that is known.
    func sync(with url: String?, pins: Set<Bytes32>) async throws -> Answer {
        let before = await replica.newsroom.count
        var answer: Answer
        if let url {
            var hub = try await replica.hub(at: url)
            hub.pins.formUnion(pins)
            answer = SyncWords.answer(to: try await exchange(with: hub))
            try await replica.keep(hub)
        } else {
            answer = try await syncAll()
        }
        let notices = await notices(since: before)
        heard = await replica.newsroom.count
        answer.lines += notices.lines
        answer.facts["news"] = .array(notices.facts)
        return answer
    }

    /// Exchanges with each hub; one that is away keeps nobody from the others.
    private func syncAll() async throws -> Answer {
        let hubs = try await replica.hubs()
        guard let first = hubs.first else { throw DeskError.noHub }
        guard hubs.count > 1 else {
            return SyncWords.answer(to: try await exchange(with: first))
        }
        var (lines, facts, failure) = ([StyledText](), [String: JSONText](), nil as (any Error)?)
        for hub in hubs {
            lines.append(StyledText(hub.url, .strong))
            do {
                let answer = SyncWords.answer(to: try await exchange(with: hub))
                lines += answer.lines.map { "  " + $0 }
                facts = facts.isEmpty ? answer.facts : facts
            } catch {
                lines.append(StyledText("  \(Complaint(error).sentence)", .alarm))
                failure = failure ?? error
            }
        }
        if facts.isEmpty, let failure { throw failure }
        return Answer(lines, facts: facts)
    }

    private func exchange(with hub: HubPlace) async throws -> SyncReport {
        try await HubClient(hub).sync(replica) { [meter] in meter?($0, $1) }
    }

    /// The hubs, how they are known, and when they last had all that is here.
    func hubs() async throws -> Answer {
        let hubs = try await replica.hubs()
        guard !hubs.isEmpty else { return Answer("no hub: `sync URL` names one") }
        let ours = await replica.newsroom.view.hub.values.map(\.url)
        var (lines, facts) = ([StyledText](), [JSONText]())
        for hub in hubs {
            let words = HubWords(
                hub: hub,
                isOurs: ours.contains(hub.url),
                last: try await replica.lastSynced(with: hub.url)
            )
            lines += words.lines
            facts.append(words.facts)
        }
        return Answer(lines, facts: ["hubs": .array(facts)])
    }

    /// Names the newsroom's hub to everybody; who is invited from now on is held to its keys.
    func setHub(_ hub: HubPlace) async throws -> Answer {
        _ = try HubClient(hub)
        let old = await replica.newsroom.view.hub.shown
        try await replica.commit(.setHub(url: hub.url, pins: hub.pins.sorted()))
        let answer = try await hubs()
        guard let old else { return answer.undone(instead: "`hub set URL` names another") }
        let pins = old.pins.map(\.description).joined(separator: ",")
        return answer.undone(
            byLine: "hub set \(old.url)" + (pins.isEmpty ? "" : " --pin \(pins)")
        )
    }

    /// Exchanges with a hub no more; the newsroom's stays the newsroom's.
    func forgetHub(at url: String) async throws -> Answer {
        guard try await replica.forgetHub(at: url) else {
            let isOurs = await replica.newsroom.view.hub.values.contains { $0.url == url }
            guard !isOurs else { throw DeskError.newsroomsHub(url) }
            throw DeskError.notOneOf(
                url,
                what: "hub of this device",
                allowed: try await replica.hubs().map(\.url)
            )
        }
        return Answer("\(url) is forgotten here", facts: ["forgotten": .string(url)])
    }
}
