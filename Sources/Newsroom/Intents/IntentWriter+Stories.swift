// Stories, comments, and drafts that begin.
extension IntentWriter {
    func storyOperations(for intent: Intent) throws -> [Operation]? {
        switch intent {
        case .share(let slug, let fields, let body): return shared(slug, fields, body)
        case .open(let kind, let story): return [try opening(kind, found(story, intent))]
        case .setSlug(let story, let slug):
            return [setting(try found(story, intent), .slug, slug.description)]
        case .setStory(let story, let field, let value):
            return [setting(try found(story, intent), field, value)]
        case .claim(let story):
            let old = try found(story, intent).owner.toSupersede
            return [.claimStory(StoryClaim(story: story, superseded: old))]
        case .hand(let story, let member, let note):
            let old = try found(story, intent).owner.toSupersede
            return [
                .handStory(StoryHandover(story: story, to: member, note: note, superseded: old))
            ]
        case .remark(let story, let text):
            return [.remark(StoryRemark(story: story, text: text))]
        case .reply(let story, let comment, let text):
            return [.reply(CommentReply(story: story, comment: comment, text: text))]
        case .resolve(let story, let comment):
            return [.resolveComment(CommentResolution(story: story, comment: comment))]
        default: return nil
        }
    }

    private func shared(
        _ slug: Slug,
        _ fields: [DocumentField: String],
        _ body: String
    ) -> [Operation] {
        let (story, draft) = (StoryID(.zero), DraftID(.zero))
        let settings = DocumentField.allCases.compactMap { field -> Operation? in
            guard let value = fields[field], !value.isEmpty else { return nil }
            return .setDraft(
                DraftSetting(
                    story: story,
                    draft: draft,
                    field: field,
                    value: value,
                    superseded: []
                )
            )
        }
        let text = TextChange(
            story: story,
            draft: draft,
            parents: [],
            edits: [.insert(body, at: 0)]
        )
        return [
            .createStory(StoryCreation(slug: slug)),
            .openDraft(DraftOpening(story: story, kind: .original, label: "main")),
        ] + settings + (body.isEmpty ? [] : [.writeText(text)])
    }

    private func opening(_ kind: DraftKind, _ story: Story) throws(Refusal) -> Operation {
        guard let live = story.live?.issue else {
            throw refusal(.open(kind, story.id), .base)
        }
        return .openDraft(
            DraftOpening(story: story.id, kind: kind, base: live.revision, label: "\(kind)")
        )
    }

    private func setting(_ story: Story, _ field: StoryField, _ value: String) -> Operation {
        let old = field == .slug ? story.slug.toSupersede : story.fields[field]?.toSupersede
        return .setStory(
            StorySetting(story: story.id, field: field, value: value, superseded: old ?? [])
        )
    }
}
