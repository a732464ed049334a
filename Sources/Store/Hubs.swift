import GRDB
package import Newsroom

/// Where a hub is, and by which keys it is known there.
package struct HubPlace: Sendable, Hashable {
    /// The address, as people write it.
    package let url: String
    /// SHA-256 of the keys that it may show; where there are none, a public authority vouches.
    package var pins: Set<Bytes32>

    /// Takes address and pins.
    package init(url: String, pins: Set<Bytes32> = []) {
        self.url = url
        self.pins = pins
    }

    /// The line in which it is kept: the address, then the pins.
    fileprivate var line: String {
        ([url] + pins.sorted().map(\.description)).joined(separator: " ")
    }

    fileprivate init?(line: Substring) {
        let parts = line.split(separator: " ")
        guard let url = parts.first else { return nil }
        self.init(url: String(url), pins: Set(parts.dropFirst().compactMap { Bytes32(hex: $0) }))
    }
}

extension Replica {
    /// The hubs that this device exchanges with, the last named first, then the newsroom's.
    ///
    /// The newsroom's pins count for its address wherever that stands.
    ///
    /// - Throws: `StoreError`.
    package func hubs() throws -> [HubPlace] {
        var places = try ownHubs()
        for setting in newsroom.view.hub.values {
            if let place = places.firstIndex(where: { $0.url == setting.url }) {
                places[place].pins.formUnion(setting.pins)
            } else {
                places.append(HubPlace(url: setting.url, pins: Set(setting.pins)))
            }
        }
        return places
    }

    /// The hub that is at an address, with the pins that are known of it.
    ///
    /// - Throws: `StoreError`.
    package func hub(at url: String) throws -> HubPlace {
        try hubs().first { $0.url == url } ?? HubPlace(url: url)
    }

    /// Exchanges with a hub from now on, first of all.
    ///
    /// - Throws: `StoreError`.
    package func keep(_ hub: HubPlace) throws {
        let before = try ownHubs()
        guard before.first != hub else { return }
        try keep([hub] + before.filter { $0.url != hub.url })
    }

    /// Exchanges with the hub at an address no more; says whether it did.
    ///
    /// - Throws: `StoreError`.
    package func forgetHub(at url: String) throws -> Bool {
        let before = try ownHubs()
        let after = before.filter { $0.url != url }
        if after != before { try keep(after) }
        return after != before
    }

    /// Notes that the hub at an address has all that is here, and the other way round.
    ///
    /// A note of the last minute is good enough, and saves the disk a write for each exchange.
    ///
    /// - Throws: `StoreError`.
    package func noteSynced(with url: String) throws {
        let now = (storedAt ?? now).milliseconds
        if let last = try lastSynced(with: url), abs(now - last.milliseconds) < 60_000 { return }
        try translating {
            try database.write { database in
                try Facts.set("synced \(url)", bytes(of: UInt64(clamping: now)), in: database)
                try noteAcknowledged(in: database)
            }
        }
    }

    /// When the hub at an address last had all that was here; nil where it never had.
    ///
    /// - Throws: `StoreError`.
    package func lastSynced(with url: String) throws -> Moment? {
        try Facts(database: database).number("synced \(url)")
            .map { Moment(milliseconds: Int64(clamping: $0)) }
    }

    private func ownHubs() throws -> [HubPlace] {
        try Facts(database: database).text("hub")?.split(separator: "\n")
            .compactMap { HubPlace(line: $0) } ?? []
    }

    private func keep(_ hubs: [HubPlace]) throws {
        let text = hubs.map(\.line).joined(separator: "\n")
        try Facts(database: database).set("hub", Array(text.utf8))
    }
}
