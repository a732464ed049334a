import SyncProtocol

/// What a storm did, and what it did not break.
struct StormReport {
    var cuts = 0
    var kills = 0
    /// How often a hub was started on an older copy.
    var restores = 0
    /// How often an exchange ended in which way.
    var syncs: [String: Int] = [:]
    /// The words whose writing was acknowledged.
    var words: [String] = []
    /// What each copy of the newsroom is at the end, editors' and hubs'.
    var checks: [StormCheck] = []
    /// Words that are not in every copy exactly once, with a count each.
    private(set) var wrongWords: [String] = []

    /// Notes how often each word stands in one copy.
    mutating func note(_ counts: [String: Int]) {
        for word in words where counts[word] != 1 {
            wrongWords.append("\(word) \(counts[word] ?? 0) times")
        }
    }

    /// Whether all copies are the same, and hold every word once.
    var isGood: Bool {
        Set(checks).count == 1 && checks.allSatisfy { $0.pending == 0 } && wrongWords.isEmpty
    }

    /// The counts as one JSON object.
    var line: String {
        let same = Set(checks).count == 1
        let ends = JSONText.object(syncs.mapValues { .number($0) })
        return "{\"cuts\":\(cuts),\"kills\":\(kills),\"restores\":\(restores),"
            + "\"syncs\":\(ends),\"words\":\(words.count),"
            + "\"entries\":\(checks.first?.entries ?? 0),\"copies\":\(checks.count),"
            + "\"same\":\(same),\"wrongWords\":\(wrongWords.count)}"
    }
}
