import Newsroom

/// The words and dates of a page in its language.
struct Words: Sendable {
    private var labels: [Label: String]
    private let dates: DatePattern?

    /// What is said in words, in the order of the tables.
    enum Label: String, CaseIterable, Hashable, Sendable {
        case skip, sections, breadcrumb, home, by, and, published, updated, tags, share, email
        case proof, correction, clarification, update, retracted, withheld, removed, corrected
        case latest, all, languages, related, follows, corrections, feeds, checking
        case noCorrections = "no-corrections"
        case moreFrom = "more-from"
        case empty, months, authors, topics
        case notFound = "not-found"
        case again, restored, dropped
    }

    /// Takes a table: the labels in their order, divided by `|`.
    init(_ table: String, dates: DatePattern?) {
        let words = table.split(separator: "|").map { part in
            String(part.drop { $0 == "\n" || $0 == " " })
        }
        precondition(words.count == Label.allCases.count, "a table has every label")
        labels = Dictionary(uniqueKeysWithValues: zip(Label.allCases, words))
        self.dates = dates
    }

    /// These words but for some.
    func replacing(_ others: [Label: String]) -> Words {
        var words = self
        words.labels.merge(others) { _, other in other }
        return words
    }

    subscript(label: Label) -> String { labels[label] ?? "" }

    /// The words of a language, or else the English ones.
    static func of(_ language: Language) -> Words { tables[language.primary] ?? english }

    /// `1 January 2026, 09:00 UTC+1`; `2026-01-01 09:00 UTC+1` in languages without a pattern.
    func text(_ time: WrittenTime) -> String {
        let local = time.local
        let clock = "\(padded(local.hour)):\(padded(local.minute)) \(Self.zone(time.offset))"
        return "\(date(time))\(dates?.comma ?? "") \(clock)"
    }

    /// `1 January 2026`.
    func date(_ time: WrittenTime) -> String {
        let local = time.local
        guard let dates else {
            return "\(padded(local.year, to: 4))-\(padded(local.month))-\(padded(local.day))"
        }
        return "\(local.day)\(dates.afterDay)\(dates.months[local.month - 1])"
            + "\(dates.beforeYear)\(local.year)"
    }

    /// `January 2026`, of a folder like `2026/01`.
    func month(_ folder: String) -> String {
        let parts = folder.split(separator: "/").compactMap { Int($0) }
        guard parts.count == 2, let dates, (1...12).contains(parts[1]) else { return folder }
        return "\(dates.months[parts[1] - 1]) \(parts[0])"
    }

    /// `UTC`, `UTC+1`, `UTC+5:30`.
    private static func zone(_ offset: Int) -> String {
        guard offset != 0 else { return "UTC" }
        let minutes = abs(offset) % 60
        let tail = minutes == 0 ? "" : ":\(padded(minutes))"
        return "UTC\(offset < 0 ? "-" : "+")\(abs(offset) / 60)\(tail)"
    }
}

/// How a language writes a date: the day, the month's name, the year.
struct DatePattern: Sendable {
    let months: [String]
    /// Between day and month.
    var afterDay = " "
    /// Between month and year.
    var beforeYear = " "
    /// Between date and clock.
    var comma = ","

    /// Takes the names of the months, divided by blanks.
    init(
        _ months: String,
        afterDay: String = " ",
        beforeYear: String = " ",
        comma: String = ","
    ) {
        self.months = months.split(separator: " ").map { String($0) }
        self.afterDay = afterDay
        self.beforeYear = beforeYear
        self.comma = comma
    }
}
