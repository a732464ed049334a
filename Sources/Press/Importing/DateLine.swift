/// A line that says when: `11:30 - Today`, `2 May 2026, 11:30`, `Updated 02.05.2026`.
struct DateLine {
    /// Whether day, month and year are in it.
    let isFull: Bool
    /// Whether day and month are in it, though perhaps no year.
    let hasDay: Bool

    /// Reads a line of up to 60 characters; nil where it says more than when, or nothing of it.
    ///
    /// So many `others` may stand beside: "published", "at", "GMT"; one beside "today" alone, since
    /// that is said in any sentence.
    init?(_ text: String, _ words: PageWords, others: Int) {
        guard text.unicodeScalars.count <= 60 else { return nil }
        let parts = Self.parts(of: text, words)
        let kinds = parts.map { Self.kind(of: $0, words) }
        let hasMonth = kinds.contains(.month) && kinds.contains(.day)
        isFull = kinds.contains(.date) || hasMonth && kinds.contains(.year)
        hasDay = isFull || hasMonth
        let isNumbered = hasDay || kinds.contains(.time)
        guard isNumbered || kinds.contains(.named),
            kinds.count(where: { $0 == .other }) <= (isNumbered ? others : 1),
            !text.endsSentence || parts.last.map(Self.abbreviations.contains) == true
        else { return nil }
    }

    /// What may end such a line with a full stop.
    private static let abbreviations: Set<String> = ["a.m", "p.m", "г", "il"]

    private enum Kind { case time, date, month, day, year, named, other }

    /// Stands for "today" and its like, which may be two words.
    private static let named = "\u{2020}"

    /// The words, with digits as everybody writes them and without marks around them.
    private static func parts(of text: String, _ words: PageWords) -> [String] {
        let digits = text.reduce(into: "") { digits, character in
            let number = character.isASCII ? nil : character.wholeNumberValue
            digits += number.map { String($0) } ?? String(character)
        }
        let saying = words.days.reduce(" \(digits.saying) ") { saying, day in
            saying.replacing(" \(day) ", with: " \(named) ")
        }
        return saying.split { $0 == " " || $0 == "," || $0 == "|" }.map(String.init)
    }

    private static func kind(of word: String, _ words: PageWords) -> Kind {
        if word == named { return .named }
        let numbers = word.split { !("0"..."9").contains($0) }
        let marks = word.filter { !("0"..."9").contains($0) }
        if isTime(numbers, marks) { return .time }
        if isDate(numbers, marks) { return .date }
        if let first = numbers.first, word.hasPrefix(first), let number = Int(first) {
            if (1...31).contains(number), word.count <= 4 { return .day }
            if (1900...2100).contains(number), word.count <= 9 { return .year }
        }
        let isMonth = words.months.contains { month in
            word == month || word.count >= 3 && month.hasPrefix(word)
        }
        return isMonth ? .month : .other
    }

    /// `11:30`, `11.30`, `11h30`, `11:30:00`, `11:30pm`.
    private static func isTime(_ numbers: [Substring], _ marks: String) -> Bool {
        guard (2...3).contains(numbers.count), let hour = Int(numbers[0]), hour < 24,
            numbers[1].count == 2, let minute = Int(numbers[1]), minute < 60
        else { return false }
        return [":", ".", "h", "::", ":am", ":pm", ".am", ".pm"].contains(marks)
    }

    /// `2026-05-02` with or without a time, `02.05.2026`, `2/5/26`.
    private static func isDate(_ numbers: [Substring], _ marks: String) -> Bool {
        guard numbers.count >= 3, let mark = marks.first, "-./".contains(mark),
            marks.dropFirst().first == mark, numbers[1].count <= 2
        else { return false }
        if numbers[0].count == 4 {
            return numbers[2].count <= 2 && (numbers.count == 3 || marks.contains("t"))
        }
        return numbers.count == 3 && numbers[0].count <= 2 && [2, 4].contains(numbers[2].count)
    }
}
