import Ledger
import Newsroom
import Store
import SyncProtocol

/// What a bundle brought, or holds, in words.
enum BundleWords {
    static func answer(to report: BundleReport) -> Answer {
        let packer = report.packer.map { "packed by \($0.name)" } ?? "packed by no member"
        var lines = [
            StyledText("\(counted(report.new, "new entry")), \(report.known) known; \(packer)")
        ]
        if report.pictures > 0 { lines.append(StyledText(counted(report.pictures, "picture"))) }
        if let damage = report.damage {
            lines.append(StyledText("it is damaged from there on: \(damage)", .alarm))
        }
        if !report.missing.isEmpty || !report.incomplete.isEmpty {
            let wanted = counted(report.missing.count, "entry")
            lines.append(StyledText("it builds on \(wanted) that are not here", .alarm))
        }
        lines += counts(report.refused, "refused") + counts(report.notInForce, "do not count")
        return Answer(
            lines,
            facts: [
                "new": .number(report.new), "known": .number(report.known),
                "pending": .number(report.pending), "missing": .number(report.missing.count),
                "damaged": .bool(report.damage != nil), "pictures": .number(report.pictures),
            ]
        )
    }

    static func answer(to summary: BundleSummary, in view: View) -> Answer {
        let manifest = summary.manifest
        let isOurs = manifest.newsroom == view.id
        var lines = [
            StyledText("newsroom \(manifest.newsroom)" + (isOurs ? ", this one" : ", another one")),
            StyledText(
                "\(counted(summary.good, "good entry")) on "
                    + counted(summary.stories.count, "story")
            ),
        ]
        if summary.pictures > 0 { lines.append(StyledText(counted(summary.pictures, "picture"))) }
        if let span = summary.span {
            let (first, last) = (span.lowerBound.utcSeconds, span.upperBound.utcSeconds)
            lines.append(StyledText("written between \(first) and \(last)"))
        }
        lines += summary.devices.sorted { $0.key < $1.key }.map { device, count in
            let name = view.devices[device]?.label ?? device.short
            return StyledText("  \(name): \(counted(count, "entry"))")
        }
        return Answer(
            lines + counts(summary.refused, "refused"),
            facts: [
                "newsroom": .string("\(manifest.newsroom)"), "entries": .number(summary.good),
                "stories": .number(summary.stories.count), "ours": .bool(isOurs),
                "pictures": .number(summary.pictures),
            ]
        )
    }

    /// What stands to the bundle without any newsroom.
    ///
    /// - Throws: `DeskError.badBundle` where an entry of it is refused.
    static func verdict(on summary: BundleSummary) throws(DeskError) -> Answer {
        guard summary.refused.isEmpty else { throw .badBundle(summary.refused) }
        let packer = summary.manifest.packer.map { "signed by \($0)" } ?? "signed by nobody"
        return Answer(
            [
                StyledText("\(counted(summary.good, "entry")): ") + StyledText("all good", .added),
                StyledText("newsroom \(summary.manifest.newsroom)", .quiet),
                StyledText(packer, .quiet),
            ],
            facts: [
                "newsroom": .string("\(summary.manifest.newsroom)"),
                "entries": .number(summary.good),
                "packer": summary.manifest.packer.map { .string("\($0)") } ?? .null,
            ]
        )
    }

    private static func counts(_ codes: [String: Int], _ word: String) -> [StyledText] {
        codes.sorted { $0.key < $1.key }.map { code, count in
            StyledText("\(count) \(word): \(code)", .alarm)
        }
    }
}
