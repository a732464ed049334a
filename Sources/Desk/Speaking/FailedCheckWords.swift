import Newsroom

extension FailedCheck {
    /// What is wrong, in words.
    var words: String {
        let (found, limit) = (found ?? 0, setting.limit ?? 0)
        switch setting.check {
        case .headlineLength: return "the headline has \(found) characters, \(limit) are allowed"
        case .standfirst: return "there is no standfirst"
        case .byline: return "there is no byline"
        case .tags: return "there are no tags"
        case .picture: return "there is no picture"
        case .pictureText: return "the picture lacks its description or its credit"
        case .wordsOver:
            return "it is \(counted(found, "word")) over its length, \(limit) are allowed"
        case .comments:
            return found == 1 ? "a blocking comment is open" : "\(found) blocking comments are open"
        }
    }
}

extension CheckSetting {
    /// The setting as it is typed: "headline-length block 70".
    var words: String { "\(check) \(strictness)" + (limit.map { " \($0)" } ?? "") }
}
