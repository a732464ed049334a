/// A check that a draft does not pass.
public struct FailedCheck: Sendable, Hashable {
    /// The check, with its number.
    public let setting: CheckSetting
    /// What was found where a number is compared.
    public let found: Int?
    /// Whether it stops a release.
    public var isBlocking: Bool { setting.strictness == .block }
}

extension View {
    /// The checks that a draft with this document does not pass, in the plan's order.
    public func checks(of draft: Draft, document: CanonicalDocument) -> [FailedCheck] {
        office.strictestChecks.compactMap { setting in
            guard setting.strictness != .off else { return nil }
            let (fails, found) = failure(of: setting, draft, document)
            return fails ? FailedCheck(setting: setting, found: found) : nil
        }
    }

    private func failure(
        of setting: CheckSetting,
        _ draft: Draft,
        _ document: CanonicalDocument
    ) -> (fails: Bool, found: Int?) {
        func lacks(_ field: DocumentField) -> Bool { document.fields[field] == nil }
        switch setting.check {
        case .headlineLength:
            let length = document.fields[.headline]?.unicodeScalars.count ?? 0
            return (length > setting.limit ?? .max, length)
        case .standfirst: return (lacks(.standfirst), nil)
        case .byline: return (lacks(.byline), nil)
        case .tags: return (lacks(.tags), nil)
        case .picture: return (lacks(.leadImage), nil)
        case .pictureText:
            let lacksText = lacks(.leadImageAlt) || lacks(.leadImageCredit)
            return (!lacks(.leadImage) && lacksText, nil)
        case .wordsOver:
            guard let length = stories[draft.story]?.commissionedLength else {
                return (false, nil)
            }
            let over = wordCount(of: document.body) - length
            return (over > setting.limit ?? 0, over)
        case .comments:
            let open = draft.comments.values.count { $0.act.isBlocking && isOpen($0) }
            return (open > 0, open)
        }
    }

    /// Whether a comment is not resolved: some reply, or it itself, came after every resolution.
    public func isOpen(_ comment: Comment) -> Bool {
        guard !comment.resolutions.isEmpty else { return true }
        return !comment.replies.keys.allSatisfy { reply in
            comment.resolutions.contains { isBefore(reply, $0) }
        }
    }

    /// Whether none of the words that a comment is about shows in the draft any more.
    public func isTextGone(of comment: Comment) -> Bool {
        place(of: comment) == nil && comment.isOnWords
    }

    /// Where the words that a comment is about stand in the draft, in scalars.
    public func place(of comment: Comment) -> Range<Int>? {
        guard case .words(let first, let last) = comment.act.anchor else { return nil }
        let stretches = characters(of: comment.act.draft)
        func place(_ character: CharacterID) -> Int? {
            for stretch in stretches where stretch.first.entry == character.entry {
                let offset = character.offset - stretch.first.offset
                if (0..<stretch.text.unicodeScalars.count).contains(offset) {
                    return stretch.start + offset
                }
            }
            return nil
        }
        switch (place(first), place(last)) {
        case (let start?, let end?) where start <= end: return start..<(end + 1)
        case (let only?, nil), (nil, let only?): return only..<(only + 1)
        default: return nil
        }
    }
}

extension Comment {
    fileprivate var isOnWords: Bool {
        if case .words = act.anchor { true } else { false }
    }
}

extension Story {
    /// How many words were commissioned; nil where nobody said.
    public var commissionedLength: Int? { fields[.length]?.shown.flatMap { Int($0) } }

    /// When it is due; nil where nobody said.
    public var due: Moment? {
        fields[.due]?.shown.flatMap { Int64($0) }.map { Moment(milliseconds: $0) }
    }
}

/// The words of a text: runs of scalars other than space, tab and line feed.
public func wordCount(of text: String) -> Int {
    var count = 0
    var isInWord = false
    for byte in text.utf8 {
        let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0a
        if !isBlank, !isInWord { count += 1 }
        isInWord = !isBlank
    }
    return count
}
