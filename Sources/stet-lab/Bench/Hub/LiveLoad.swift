import Exchange
import Foundation
import Ledger
import Newsroom
import Store
import SyncProtocol
import TestSupport

/// Many devices that listen, and one after the other write: so many entries a second in all.
struct LiveLoad {
    private let machine: StormMachine
    private let clock = Surroundings.system().clock
    private var devices: [LightDevice] = []
    private var texts: [(place: (story: StoryID, draft: DraftID), head: (EntryID, UInt64))] = []
    private var joined: (id: EntryID, lamport: UInt64)
    private var random = SplitMix64(seed: 1)
    private let writer: Replica

    /// A newsroom with so many devices, each let in by the founder.
    init(devices count: Int, below folder: URL, program: URL) async throws {
        machine = try StormMachine("live", below: folder, program: program)
        writer = try await Replica.found(
            in: machine.folder.appending(path: "writer"),
            newsroom: "The Invented Gazette",
            founder: "Ana Ruiz",
            device: "Ana's laptop",
            surroundings: .system()
        ).replica
        guard let member = await writer.member?.id else { throw StormError.failed("no founder") }
        for number in 0..<200 {
            guard let slug = Slug("story-\(number)") else { continue }
            let entry = try await writer.commit(.share(slug: slug, fields: [:], body: "Begins.\n"))
            let place = (StoryID(madeBy: entry.id), DraftID(madeBy: entry.id))
            texts.append((place, (entry.id, entry.facts.lamport)))
        }
        joined = (EntryID(.zero), 0)
        for number in 0..<count {
            let device = try LightDevice(number, of: member, in: writer.id)
            let addition = Intent.addDevice(
                member,
                key: device.consent.key,
                label: "device \(number)",
                consent: device.consent.signature
            )
            let entry = try await writer.commit(addition)
            joined = (entry.id, entry.facts.lamport)
            devices.append(device)
        }
    }

    /// Runs the load against a hub process, and prints what came of it.
    mutating func run(rate: Int, seconds: Int) async throws {
        let hub = try machine.start([
            "hub", "--listen", "127.0.0.1:0", "--data", machine.folder.appending(path: "data").path,
            "--serve", "\(writer.id)",
        ])
        let url = try await hub.line(within: .seconds(60))
        guard let port = url.split(separator: ":").last.flatMap({ UInt16($0) }) else {
            throw StormError.failed("a hub said \(url)")
        }
        let client = try HubClient(url: url)
        _ = try await client.sync(writer)
        let name = try await client.hubID().map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
        guard let peer = Cursor(try await writer.peer(client.hubID(), url: url).cursor) else {
            throw StormError.failed("no cursor")
        }
        let line = try Socket.connected(to: port)
        let listeners = try listen(to: port, of: name, from: peer)
        try await Task.sleep(for: .seconds(3))
        let pushes = try await push(rate, seconds, over: line, to: name, peer.epoch, listeners)
        let last = peer.number + pushes.count
        for _ in 0..<500 where listeners.count(of: last) < devices.count {
            try await Task.sleep(for: .milliseconds(10))
        }
        let reached = listeners.count(of: last)
        let figures = listeners.finish()
        BenchLine(
            "entries in, devices listening",
            [
                ("devices", Double(devices.count)), ("entries", Double(pushes.count)),
                ("per_second", Double(pushes.count) / pushes.seconds),
                ("visible_p50_ms", figures.latencies.percentile(50)),
                ("visible_p99_ms", figures.latencies.percentile(99)),
                ("visible_max_ms", figures.latencies.percentile(100)),
                ("push_p50_ms", pushes.took.percentile(50)),
                ("push_p99_ms", pushes.took.percentile(99)),
                ("errors", Double(pushes.errors + figures.ended)),
                ("devices_with_all", Double(reached)), ("hints", Double(figures.hints)),
                ("hub_peak_mib", peakMebibytes(of: hub.id)),
            ]
        ).say()
        _ = try await hub.end(by: 15, within: .seconds(60))
    }

    private mutating func listen(
        to port: UInt16,
        of hub: String,
        from cursor: Cursor
    ) throws -> LiveListeners {
        var sockets: [Socket] = []
        for device in devices {
            let socket = try Socket.connected(to: port)
            let call = try device.call(
                "GET",
                "events",
                query: "after=\(cursor)",
                to: hub,
                at: clock.now().milliseconds / 1_000,
                using: &random
            )
            _ = socket.write(call)
            sockets.append(socket)
        }
        return LiveListeners(sockets, knowing: cursor.number)
    }

    private struct Pushes {
        var count = 0
        var errors = 0
        var seconds = 0.0
        var took: [Float] = []
    }

    /// Sends an entry each time that one is due, each from the next device.
    private mutating func push(
        _ rate: Int,
        _ seconds: Int,
        over line: Socket,
        to hub: String,
        _ epoch: String,
        _ listeners: LiveListeners
    ) async throws -> Pushes {
        var pushes = Pushes()
        var connection = PlainHTTP(line)
        let start = nanoseconds()
        let known = listeners.heard(by: 0)
        for turn in 0..<(rate * seconds) {
            let due = start + UInt64(turn) * 1_000_000_000 / UInt64(rate)
            let now = nanoseconds()
            if now < due { try await Task.sleep(for: .nanoseconds(Int(due - now))) }
            let (device, text) = (turn % devices.count, turn % texts.count)
            let (entry, lamport) = try devices[device].write(
                "Forty characters of a sentence, written\n",
                in: texts[text].place,
                upon: (texts[text].head.0, texts[text].head.1),
                joined: joined
            )
            texts[text].head = (entry.id, lamport)
            let cursor = Cursor(epoch: epoch, number: listeners.heard(by: device))
            let request = ExchangeRequest(
                question: .arrivals(after: cursor.description),
                limitBytes: 65_536,
                entries: [entry]
            )
            let call = try devices[device].call(
                "POST",
                "sync",
                body: request.body,
                to: hub,
                at: clock.now().milliseconds / 1_000,
                using: &random
            )
            let before = nanoseconds()
            listeners.note(known + turn + 1)
            let answer = try connection.answer(to: call)
            pushes.took.append(Float(nanoseconds() - before) / 1e6)
            pushes.count += 1
            let reply = try? ExchangeReply.parse(answer).reply
            if reply?.accepted != 1 { pushes.errors += 1 }
        }
        pushes.seconds = Double(nanoseconds() - start) / 1e9
        return pushes
    }
}
