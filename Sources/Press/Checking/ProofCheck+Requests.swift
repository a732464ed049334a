import Ledger
import Newsroom

extension ProofCheck {
    /// A change of status: somebody asked for it, and a second member agreed where one has to.
    func action(_ finding: inout ProofFinding) throws(CheckRefusal) {
        let action = try text("action.txt", type: "stet-action/1")
        finding.requester = try author(of: action, having: "publish", at: head.place)
        try action.expectSame("newsroom", "story", "replaces", "note", as: receipt)
        let done = [
            "withhold": "withheld", "restore": "restored", "withdraw": "withdrawn",
            "remove": "removed",
        ]
        guard try done[action.value("action")] == finding.action else {
            throw CheckRefusal("another action was asked")
        }
        try expectStatus(finding.action == "restored" ? "live" : finding.action)
        if finding.action == "restored" { try expectContentListed() }
        if finding.action == "removed" || files["second.txt"] != nil {
            finding.second = try second(of: action, by: finding.requester)
        }
    }

    /// A correction goes only on the word of two.
    func drop(_ finding: inout ProofFinding) throws(CheckRefusal) {
        try expectContentListed()
        let drop = try text("drop.txt", type: "stet-drop/1")
        finding.requester = try author(of: drop, having: "publish", at: head.place)
        try drop.expectSame("newsroom", "story", as: receipt)
        finding.second = try second(of: drop, by: finding.requester)
    }

    /// A release: it names the text, and what was cleared is what it relies on.
    func release(_ finding: inout ProofFinding) throws(CheckRefusal) {
        try expectContentListed()
        let release = try text("release.txt", type: "stet-release/1")
        finding.requester = try author(of: release, having: "publish", at: head.place)
        try release.expectSame(
            "newsroom",
            "story",
            "draft",
            "kind",
            "content",
            "replaces",
            "gates",
            "emergency",
            as: receipt
        )
        try expectStatus("live")
        try expectAddress(of: release)
        try expectNote()
        finding.clearances = try clearances(of: release)
        try read(release, &finding)
    }

    private func expectStatus(_ status: String) throws(CheckRefusal) {
        guard try receipt.value("status") == status else {
            throw CheckRefusal("the receipt's status does not fit its action")
        }
    }

    /// `https://example.org/2026/01/bridge/`: the site, the month of first issue, the slug.
    private func expectAddress(of release: SignedText) throws(CheckRefusal) {
        guard let published = WrittenTime(try receipt.value("published")) else {
            throw CheckRefusal("the receipt's time of publication is none")
        }
        let url = try "\(receipt.value("site"))/\(published.month)/\(release.value("slug"))/"
        guard try receipt.value("url") == url else {
            throw CheckRefusal("the address is not the one released")
        }
    }

    /// The note to readers is the document's own.
    private func expectNote() throws(CheckRefusal) {
        guard let document = files["document.txt"], try receipt.value("note") != "-" else { return }
        let fields = StatementFields("\n" + String(decoding: document, as: UTF8.self))
        guard try fields["note"] == receipt.value("note") else {
            throw CheckRefusal("document.txt: another note than the receipt")
        }
    }

    private func read(
        _ release: SignedText,
        _ finding: inout ProofFinding
    ) throws(CheckRefusal) {
        guard files["read.txt"] != nil else { return }
        let reading = try text("read.txt", type: "stet-reading/1")
        try reading.expectSame("newsroom", "content", as: receipt)
        guard try reading.value("release") == digest(release.bytes).description else {
            throw CheckRefusal("read.txt is about another release")
        }
        // It came later than the receipt, so the whole list of keys counts.
        let member = try author(of: reading, having: "clear.desk", at: keys.end)
        guard member != finding.requester else {
            throw CheckRefusal("the emergency was read back by its author")
        }
        finding.reading = (member, try reading.value("verdict"))
    }
}

/// The gates of a release, and who cleared them.
extension ProofCheck {
    fileprivate func clearances(
        of release: SignedText
    ) throws(CheckRefusal) -> [ProofFinding.Clearance] {
        let relied = try relied(on: release)
        var found: [ProofFinding.Clearance] = []
        for part in try receipt.value("gates").split(separator: " ") {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { throw CheckRefusal("receipt: bad gates field") }
            let gate = String(pair[0])
            let members = try members(clearing: gate, relied)
            try expect(String(pair[1]), members.count, of: gate)
            found += members.map { ProofFinding.Clearance(gate: gate, member: $0) }
            if pair[1] == "0" { found.append(ProofFinding.Clearance(gate: gate, member: nil)) }
        }
        guard found.count(where: { $0.member != nil }) == relied.count else {
            throw CheckRefusal("clearances for a gate that the receipt does not name")
        }
        return found
    }

    /// The hashes of the clearances that a release relies on; the receipt lists each.
    private func relied(on release: SignedText) throws(CheckRefusal) -> [String] {
        let named = try release.value("clearances")
        let relied = named == "-" ? [] : named.split(separator: ",").map { String($0) }
        let listed = Set(head.sums.filter { $0.key.hasPrefix("clear-") }.values)
        guard relied.allSatisfy({ listed.contains($0) }) else {
            throw CheckRefusal("an approval that the release relies on is not in the receipt")
        }
        return relied
    }

    /// The members who cleared a gate, each of them once.
    private func members(
        clearing gate: String,
        _ relied: [String]
    ) throws(CheckRefusal) -> [String] {
        var members: [String] = []
        let names = files.keys.filter { $0.hasPrefix("clear-\(gate)-") && $0.hasSuffix(".txt") }
        for name in names.sorted() {
            let clearance = try text(name, type: "stet-clearance/1")
            try clearance.expectSame("newsroom", "story", "draft", "content", as: receipt)
            guard try clearance.value("gate") == gate else {
                throw CheckRefusal("\(name) clears something else")
            }
            guard relied.contains(digest(clearance.bytes).description) else {
                throw CheckRefusal("the release does not rely on \(name)")
            }
            let member = try author(of: clearance, having: "clear.\(gate)", at: head.place)
            guard !members.contains(member) else {
                throw CheckRefusal("one member cleared \(gate) twice")
            }
            members.append(member)
        }
        return members
    }

    private func expect(
        _ wanted: String,
        _ count: Int,
        of gate: String
    ) throws(CheckRefusal) {
        switch wanted {
        case "-":
            guard count == 0 else {
                throw CheckRefusal(
                    "clearances for \(gate), which the receipt calls not needed"
                )
            }
        case "0":
            guard try receipt.value("emergency") == "yes" else {
                throw CheckRefusal("\(gate) was skipped without an emergency")
            }
        default:
            guard wanted == "\(count)" else {
                throw CheckRefusal("gate \(gate): \(wanted) clearances claimed, \(count) there")
            }
        }
    }
}
