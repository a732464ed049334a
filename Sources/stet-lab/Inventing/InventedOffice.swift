import Ledger
import Newsroom
import Signing
import Store

/// The people of an invented newsroom with their devices, the rules, and what founded all that.
struct InventedOffice {
    /// Somebody with what he writes on.
    struct Person {
        let member: MemberID
        var devices: [InventedDevice]
    }

    private(set) var log = InventedLog()
    /// The newsroom as a whole, without a story.
    private(set) var newsroom = Newsroom(digest: digest)
    /// The newest entry of each device in it.
    private(set) var tips: [DeviceKey: EntryID] = [:]
    /// What founded it, to be handed over once.
    private(set) var entries: [Entry] = []
    private(set) var writers: [Person] = []
    private(set) var editors: [Person] = []
    private(set) var publishers: [Person] = []
    /// The device that makes things public.
    let press: InventedDevice
    private let founder: InventedDevice
    private let seed: UInt64
    private let founded: Moment

    /// Root and founder, the press, and a staff: a quarter edit, a tenth publish, the others write.
    init(staff: Int, seed: UInt64, founded: Moment) throws {
        self.seed = seed
        self.founded = founded
        founder = try InventedDevice("founder", seed: seed)
        press = try InventedDevice("press", seed: seed)
        let names = inventedStaff(staff)
        try found(by: InventedDevice("root", seed: seed), founder: names[0])
        for (number, name) in names.enumerated().dropFirst() {
            switch number % 20 {
            case 0, 10: publishers.append(try hire(name, .publisher, number))
            case 1, 5, 9, 13, 17: editors.append(try hire(name, .editor, number))
            default: writers.append(try hire(name, .writer, number))
            }
        }
        try setRules()
    }

    private mutating func found(by root: InventedDevice, founder name: String) throws {
        let newsroomName = "The Invented Gazette"
        let genesis = try write(
            [
                .found(NewsroomFounding(roots: [root.device], name: newsroomName, rules: 1)),
                .admit(MemberAdmission(name: name, proof: [])),
            ],
            by: root
        )
        let member = MemberID(madeBy: genesis.id)
        let author = root.author(at: founded)
        for (device, label) in [(founder, "\(name)'s laptop"), (press, "the press")] {
            let addition = try addition(of: device, to: member, label)
            try write(newsroom.operations(for: addition, by: author), by: root)
        }
        try write(newsroom.operations(for: .grant(member, .everything), by: author), by: root)
        try openLog(of: founder)
        try openLog(of: press)
    }

    /// Takes on a person, every other one with two devices.
    private mutating func hire(
        _ name: String,
        _ rights: Capabilities,
        _ number: Int
    ) throws -> Person {
        let member = MemberID(madeBy: try commit(.admit(name: name)).id)
        try commit(.grant(member, rights))
        let labels = number % 2 == 0 ? ["laptop"] : ["laptop", "desk"]
        let devices = try labels.map { label in
            let device = try InventedDevice("\(name) \(label)", seed: seed)
            try commit(addition(of: device, to: member, "\(name)'s \(label)"))
            try openLog(of: device)
            return device
        }
        return Person(member: member, devices: devices)
    }

    /// Adds a further device of a person, which exists elsewhere.
    mutating func add(_ consent: Consent, to member: MemberID) throws {
        try commit(
            .addDevice(member, key: consent.key, label: "new laptop", consent: consent.signature)
        )
    }

    private mutating func setRules() throws {
        let desk = GateNeed(gate: .desk, count: 1)
        try commit(.setGates(.original, [desk, GateNeed(gate: .subs, count: 1)]))
        try commit(.setGates(.correction, [desk]))
        try commit(.setNewsroom(.site, "https://gazette.example"))
        try commit(.setNewsroom(.zone, "UTC"))
        try commit(.setNewsroom(.language, "en"))
        try commit(.appointPress(press.device, press.log))
    }

    private func addition(
        of device: InventedDevice,
        to member: MemberID,
        _ label: String
    ) throws -> Intent {
        let newsroom = newsroom.view.id ?? NewsroomID(.zero)
        let consent = try Consent(key: device.key, newsroom: newsroom, member: member)
        return .addDevice(member, key: device.device, label: label, consent: consent.signature)
    }

    private mutating func openLog(of device: InventedDevice) throws {
        try write([.openLog(LogOpening(reason: .first, earlier: []))], by: device)
    }

    @discardableResult
    private mutating func commit(_ intent: Intent) throws -> Entry {
        try write(newsroom.operations(for: intent, by: founder.author(at: founded)), by: founder)
    }

    @discardableResult
    private mutating func write(
        _ operations: [Operation],
        by author: InventedDevice
    ) throws -> Entry {
        let entry = try log.write(operations, by: author, at: founded, upon: log.heads)
        newsroom.fold(entry.facts)
        tips[author.device] = entry.id
        entries.append(entry)
        return entry
    }
}
