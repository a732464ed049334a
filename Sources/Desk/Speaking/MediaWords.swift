import Exchange
import Newsroom
import Press
import SyncProtocol

/// What became of pictures, in words.
enum MediaWords {
    /// What an exchange did with them; no line where there was nothing to do.
    static func lines(_ report: MediaReport) -> [StyledText] {
        var lines: [StyledText] = []
        if report.sent + report.got > 0 {
            lines.append(
                StyledText(
                    "pictures: sent \(report.sent), got \(report.got)"
                )
            )
        }
        if report.unsent > 0 {
            lines.append(
                StyledText("\(counted(report.unsent, "picture")) not sent yet", .alarm)
            )
        }
        if report.missing > 0 {
            lines.append(
                StyledText("\(counted(report.missing, "picture")) not here yet", .alarm)
            )
        }
        if let failure = report.failure { lines.append(StyledText("  \(reason(failure))", .alarm)) }
        lines += report.spoiled.map {
            StyledText("the hub's copy of a picture is not what its name says: \($0)", .alarm)
        }
        return lines
    }

    /// The same for programs.
    static func facts(_ report: MediaReport) -> JSONText {
        .object([
            "sent": .number(report.sent), "got": .number(report.got),
            "unsent": .number(report.unsent), "missing": .number(report.missing),
            "spoiled": .array(report.spoiled.map { .string("\($0)") }),
        ])
    }

    private static func reason(_ failure: MediaFailure) -> String {
        switch failure {
        case .refused(let error): error.sentence
        case .unreachable: "the connection broke; `sync` goes on where it stopped"
        }
    }

    /// A picture in a line: "PNG, 640 × 480, 12 kB".
    static func line(_ picture: Picture) -> String {
        "\(picture.kind.name), \(picture.width) × \(picture.height), \(size(picture.length))"
    }

    /// A number of bytes as people say it.
    static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1_000: "\(bytes) bytes"
        case ..<1_000_000: "\((bytes + 500) / 1_000) kB"
        default: "\((bytes + 50_000) / 1_000_000).\((bytes + 50_000) / 100_000 % 10) MB"
        }
    }
}

extension PressRefusal {
    /// What to do about it; nil where the sentence says enough.
    var hint: String? {
        code == .picture
            ? "`pictures STORY` shows what is here; `set lead-image-alt TEXT` says what it shows"
            : nil
    }
}
