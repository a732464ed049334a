import Newsroom

/// The words and dates of a page in its language.
struct Words: Sendable {
    let language: String
    let labels: [Label: String]
    let months: [String]

    /// What is said in words.
    enum Label: String, CaseIterable, Hashable, Sendable {
        case skip, sections, breadcrumb, home, by, published, updated, tags, share, email, proof
        case correction, clarification, update, retracted, withheld, removed, corrected
        case latest, all, languages, related, follows, corrections, feeds, checking, noCorrections
        case moreFrom, empty, months, history
    }

    subscript(label: Label) -> String { labels[label] ?? "" }

    /// The words of a language, or else the English ones.
    static func of(_ language: String) -> Words {
        english
    }

    /// `1 January 2026, 09:00 UTC+1`.
    func text(_ time: WrittenTime) -> String {
        let local = time.local
        return "\(local.day) \(months[local.month - 1]) \(local.year), "
            + "\(two(local.hour)):\(two(local.minute)) \(Self.zone(time.offset))"
    }

    /// `UTC`, `UTC+1`, `UTC+5:30`.
    private static func zone(_ offset: Int) -> String {
        guard offset != 0 else { return "UTC" }
        let minutes = abs(offset) % 60
        let tail = minutes == 0 ? "" : ":\(two(minutes))"
        return "UTC\(offset < 0 ? "-" : "+")\(abs(offset) / 60)\(tail)"
    }

    private static let english = Words(
        language: "en",
        labels: [
            .skip: "Skip to the story", .sections: "Sections", .breadcrumb: "Breadcrumb",
            .home: "Home", .by: "By", .published: "Published", .updated: "Updated",
            .tags: "Tags", .share: "Share", .email: "E-mail", .proof: "History and proof",
            .correction: "Correction", .clarification: "Clarification", .update: "Update",
            .retracted: "Retracted", .withheld: "Withheld", .removed: "Removed",
            .corrected: "Corrected", .latest: "Latest stories", .all: "All stories",
            .languages: "In other languages", .related: "Related", .follows: "Follows",
            .corrections: "Corrections", .feeds: "Feeds", .checking: "How to check",
            .noCorrections: "Nothing has been corrected so far.",
            .moreFrom: "More from", .empty: "Nothing has been published so far.",
            .months: "By month", .history: "History and proof",
        ],
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ]
    )
}

private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
