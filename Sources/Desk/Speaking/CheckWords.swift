import Store
import SyncProtocol

/// What a check found, in words.
enum CheckWords {
    static func answer(to report: CheckReport) -> Answer {
        let sound = report.problems.isEmpty
        let lines = [
            StyledText("\(counted(report.entries, "entry")) checked; ")
                + (sound ? StyledText("all is sound", .added) : StyledText("damaged", .alarm))
        ]
        let hashes = [
            StyledText("newsroom \(report.newsroom)", .quiet),
            StyledText("state    \(report.stateHash)", .quiet),
            StyledText("frontier \(report.frontierRoot)", .quiet),
        ]
        return Answer(
            lines + report.problems.map { StyledText($0, .alarm) } + hashes,
            facts: [
                "newsroom": .string("\(report.newsroom)"), "entries": .number(report.entries),
                "pending": .number(report.pending), "stateHash": .string("\(report.stateHash)"),
                "frontierRoot": .string("\(report.frontierRoot)"),
                "problems": .array(report.problems.map(JSONText.string)),
            ]
        )
    }
}
