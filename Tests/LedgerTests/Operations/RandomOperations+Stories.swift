import Newsroom

extension RandomOperations {
    mutating func stories() -> [Operation] {
        [
            .createStory(StoryCreation(slug: slug())),
            .setStory(
                StorySetting(
                    story: id(),
                    field: choice(),
                    value: text(),
                    superseded: operationIDs()
                )
            ), .claimStory(StoryClaim(story: id(), superseded: operationIDs())),
            .handStory(
                StoryHandover(
                    story: id(),
                    to: id(),
                    note: maybe { $0.text() },
                    superseded: operationIDs()
                )
            ), .remark(StoryRemark(story: id(), text: text())),
        ] + drafts() + comments()
    }

    private mutating func drafts() -> [Operation] {
        [
            .openDraft(
                DraftOpening(story: id(), kind: choice(), base: maybe { $0.id() }, label: text())
            ),
            .setDraft(
                DraftSetting(
                    story: id(),
                    draft: id(),
                    field: choice(),
                    value: text(),
                    superseded: operationIDs()
                )
            ), .writeText(change()),
            .mergeDraft(
                DraftMerge(
                    story: id(),
                    draft: id(),
                    from: id(),
                    heads: ids(4),
                    revision: maybe { $0.id() }
                )
            ),
            .saveDraft(
                DraftSaving(story: id(), draft: id(), hash: id(), note: maybe { $0.text() })
            ), .settleDraft(DraftSettlement(story: id(), draft: id(), edits: ids(4))),
            .spikeDraft(DraftSpike(story: id(), draft: id(), reason: text())),
            .unspikeDraft(DraftUnspike(story: id(), draft: id(), spikes: operationIDs())),
        ]
    }

    /// Inserts and deletes in any order, near each other and far.
    private mutating func change() -> TextChange {
        let edits: [TextEdit] = (0..<(1 + below(5))).map { _ in
            if below(2) == 0 { return .delete(1 + below(90), at: below(1 << 20)) }
            return .insert("x" + text(), at: below(9) == 0 ? below(1 << 30) : below(60))
        }
        return TextChange(story: id(), draft: id(), parents: ids(4), edits: edits)
    }

    private mutating func comments() -> [Operation] {
        let anchors: [CommentAnchor] = [
            .draft, .field(choice()),
            .words(
                first: CharacterID(entry: id(), offset: below(9_000)),
                last: CharacterID(entry: id(), offset: below(9_000))
            ),
        ]
        return anchors.map { anchor in
            .addComment(
                CommentAddition(
                    story: id(),
                    draft: id(),
                    anchor: anchor,
                    quote: text(),
                    text: text(),
                    isBlocking: below(2) == 0
                )
            )
        } + [
            .reply(CommentReply(story: id(), comment: id(), text: text())),
            .resolveComment(CommentResolution(story: id(), comment: id())),
        ]
    }
}
