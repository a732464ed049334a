import Newsroom
import Press
import SyncProtocol

/// What a check of something published found, in words.
struct ProofWords {
    private let isRootKnown: Bool
    private let roots: [String]

    init(_ site: SiteReading) {
        isRootKnown = site.isRootKnown
        roots = site.roots.map(\.description)
    }

    init(isRootKnown: Bool) {
        self.isRootKnown = isRootKnown
        roots = []
    }

    /// One proof.
    func answer(about finding: ProofFinding, isNewest: Bool) -> Answer {
        var lines = [
            StyledText("receipt \(finding.number) holds", .added)
                + StyledText(": version \(finding.version) of \(finding.url), \(finding.status)")
        ]
        lines.append("\(finding.action), asked for by \(Self.short(finding.requester))")
        lines += finding.clearances.map { clearance in
            guard let member = clearance.member else {
                return StyledText("\(clearance.gate) skipped in an emergency", .alarm)
            }
            return "\(clearance.gate) cleared by \(Self.short(member))"
        }
        if let second = finding.second { lines.append("seconded by \(Self.short(second))") }
        if let reading = finding.reading {
            lines.append("read afterwards by \(Self.short(reading.member)): \(reading.verdict)")
        }
        if isNewest, finding.status == "live" {
            lines.append("the page shows exactly the cleared headline and its body")
        }
        return Answer(lines + notes(of: finding) + [aboutRoots], facts: facts(of: finding))
    }

    /// A whole site.
    func answer(about finding: SiteFinding) -> Answer {
        let isSound = finding.complaints.isEmpty
        let counts =
            "\(counted(finding.receipts, "receipt")) in the log, "
            + "\(counted(finding.stories, "story")), "
            + "\(counted(finding.proofs, "proof")), \(counted(finding.pages, "page"))"
        let verdict =
            isSound
            ? StyledText("the site holds", .added) : StyledText("the site does not hold", .alarm)
        return Answer(
            [verdict + StyledText(": \(counts)")]
                + finding.complaints.map { StyledText($0, .alarm) } + [aboutRoots],
            facts: [
                "ok": .bool(isSound), "receipts": .number(finding.receipts),
                "stories": .number(finding.stories), "proofs": .number(finding.proofs),
                "pages": .number(finding.pages), "rootKnown": .bool(isRootKnown),
                "complaints": .array(finding.complaints.map(JSONText.string)),
            ]
        )
    }

    private func notes(of finding: ProofFinding) -> [StyledText] {
        var notes: [StyledText] = []
        if !finding.gone.isEmpty {
            let gone = finding.gone.joined(separator: " and ")
            notes.append(StyledText("no longer published: \(gone)", .quiet))
        }
        if let doubt = finding.doubt {
            let doubted = "from receipt \(doubt) on the newsroom doubts an approval behind this one"
            notes.append(StyledText(doubted, .alarm))
        }
        return notes
    }

    /// Whose word the root keys are.
    private var aboutRoots: StyledText {
        if isRootKnown { return StyledText("checked against the root key that you named", .quiet) }
        let keys = roots.joined(separator: ", ")
        return StyledText(
            "the root key is the site's own word; compare it with print: \(keys)",
            .alarm
        )
    }

    private func facts(of finding: ProofFinding) -> [String: JSONText] {
        var facts: [String: JSONText] = [
            "receipt": .number(finding.number), "version": .number(finding.version),
            "url": .string(finding.url), "action": .string(finding.action),
            "status": .string(finding.status), "requester": .string(finding.requester),
            "rootKnown": .bool(isRootKnown), "gone": .array(finding.gone.map(JSONText.string)),
            "clearances": .array(
                finding.clearances.map { clearance in
                    .object([
                        "gate": .string(clearance.gate),
                        "member": clearance.member.map(JSONText.string) ?? .null,
                    ])
                }
            ),
        ]
        if let second = finding.second { facts["second"] = .string(second) }
        if let reading = finding.reading { facts["readBy"] = .string(reading.member) }
        if let doubt = finding.doubt { facts["doubtedFrom"] = .number(doubt) }
        return facts
    }

    private static func short(_ member: String) -> String { String(member.prefix(8)) }
}
