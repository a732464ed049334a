import Exchange
import SyncProtocol

/// What an exchange brought, in words.
package enum SyncWords {
    static func answer(to report: SyncReport) -> Answer {
        let sent = "sent \(counted(report.pushed, "entry"))"
        let got = "got \(counted(report.pulled, "entry"))"
        var lines = [StyledText("\(sent), \(got); ") + state(of: report)]
        lines += MediaWords.lines(report.media)
        if report.pending > 0 {
            lines.append(
                StyledText("waiting for the past of \(counted(report.pending, "entry"))", .alarm)
            )
        }
        if report.missingContent > 0 {
            let count = counted(report.missingContent, "entry")
            lines.append(StyledText("the hub left out the words of \(count)", .alarm))
        }
        if report.isOfNewEpoch { lines.append(StyledText(restored(report), .alarm)) }
        lines += report.refused.map { StyledText("an entry was refused: \($0)", .alarm) }
        return Answer(
            lines,
            facts: [
                "sent": .number(report.pushed), "got": .number(report.pulled),
                "pending": .number(report.pending), "synced": .bool(report.isSynced),
                "roundTrips": .number(report.roundTrips), "hubRestored": .bool(report.isOfNewEpoch),
                "refused": .array(report.refused.map(JSONText.string)),
                "pictures": MediaWords.facts(report.media),
            ]
        )
    }

    /// Ledger.md 6: what people read of a hub with a new epoch.
    private static func restored(_ report: SyncReport) -> String {
        "The hub was restored from a backup. This device gave back "
            + "\(counted(report.pushed, "change"))."
    }

    private static func state(of report: SyncReport) -> StyledText {
        report.isSynced
            ? StyledText("synced", .added) : StyledText("not the same as the hub yet", .alarm)
    }
}

extension SyncReport {
    /// Whether both sides hold the same and nothing waits.
    var isSynced: Bool { rootsAgree && pending == 0 && missingContent == 0 && refused.isEmpty }
}
