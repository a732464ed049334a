import Ledger
import Newsroom

// Who is listed: the press's device, and every device and right that a proof needs, with all that
// its chain needs. A line counts for what stands below it only, so what a line rests on is written
// first. The recursion ends at statements of a root key; whoever is being listed already is not
// asked again, so a circle of people who admitted each other leads nowhere.

/// Finds the lines that a list of keys lacks.
struct KeyListWriter {
    private let view: View
    private let number: Int
    private var list: KeyList
    private var isListing: Set<String> = []
    /// The lines found so far, each ended by a line feed.
    private(set) var lines = ""

    /// Continues `list` before receipt `number`.
    init(_ list: KeyList, in view: View, before number: Int) {
        self.list = list
        self.view = view
        self.number = number
    }

    /// The head of a new list.
    mutating func open(site: String) {
        guard list.text.isEmpty, let id = view.id, let roots = view.founding?.roots else {
            if list.site != site { add("\(number) site \(site)\n") }
            return
        }
        add("stet-keys/1\nnewsroom \(id)\nsite \(site)\n")
        for root in roots.sorted() { add("root \(root)\n") }
    }

    /// Lists the press.
    mutating func addPress() {
        guard let press = view.press, let credential = view.credentials[press.operation],
            list.press?.key != press.appointment.device,
            addDevice(press.appointment.device), addAdmin(sealing: credential, not: nil)
        else { return }
        let statement = digest(credential.statement.bytes)
        add("\(number) press \(press.appointment.device) \(statement)\n")
    }

    /// Lists a device; false where no chain of statements leads to a root key.
    @discardableResult
    mutating func addDevice(_ key: DeviceKey) -> Bool {
        if let known = list.devices[key] { return known.member == view.owner(of: key)?.id }
        guard let device = view.devices[key], let owner = device.owner,
            let credential = view.credentials[device.addition],
            isListing.insert("device \(key)").inserted
        else { return false }
        defer { isListing.remove("device \(key)") }
        guard isAdmitted(by: credential, to: owner) else { return false }
        add("\(number) device \(key) \(owner) \(digest(credential.statement.bytes))\n")
        return true
    }

    /// Lists a right; false where no chain of statements leads to a root key.
    @discardableResult
    mutating func addRight(of member: MemberID, to capability: String) -> Bool {
        let right = KeyList.Right(member: member, capability: capability)
        if list.rights[right] != nil { return true }
        guard isListing.insert("may \(member) \(capability)").inserted else { return false }
        defer { isListing.remove("may \(member) \(capability)") }
        for credential in grants(of: capability, to: member) {
            let isByRoot = credential.statement.sealer.map(view.isRoot) ?? false
            guard isByRoot || (capability != "admin" && addAdmin(sealing: credential, not: member))
            else { continue }
            add("\(number) may \(member) \(capability) \(digest(credential.statement.bytes))\n")
            return true
        }
        return false
    }

    /// Ends what is listed and does not hold any more.
    mutating func addEnds() {
        for (key, device) in list.devices.sorted(by: { $0.key < $1.key })
        where view.devices[key]?.owner != device.member {
            add("\(number) end-device \(key)\n")
        }
        let rights = list.rights.keys.filter { right in
            !(view.members[right.member]?.capabilities.names.contains(right.capability) ?? false)
        }
        for right in rights.map({ "\($0.member) \($0.capability)" }).sorted() {
            add("\(number) end-may \(right)\n")
        }
    }

    private mutating func isAdmitted(by credential: Credential, to owner: MemberID) -> Bool {
        guard let by = credential.statement.sealer else { return false }
        if view.isRoot(by) || addAdmin(sealing: credential, not: nil) { return true }
        return view.owner(of: by)?.id == owner && addDevice(by)
    }

    /// Lists the device that sealed a statement and its owner's right to admit and appoint.
    private mutating func addAdmin(sealing credential: Credential, not member: MemberID?) -> Bool {
        guard let by = credential.statement.sealer else { return false }
        if view.isRoot(by) { return true }
        guard let owner = view.owner(of: by)?.id, owner != member else { return false }
        let isAdmin = grants(of: "admin", to: owner).contains { _ in true }
        return isAdmin && addDevice(by) && addRight(of: owner, to: "admin")
    }

    /// The grants that gave a member a right, the oldest first.
    private func grants(of capability: String, to member: MemberID) -> [Credential] {
        view.credentials.values.filter { credential in
            guard case .grant(let act) = credential.operation else { return false }
            return act.member == member && act.capabilities.names.contains(capability)
        }.sorted { $0.rank < $1.rank }
    }

    private mutating func add(_ line: String) {
        lines += line
        list.append(line)
    }
}
