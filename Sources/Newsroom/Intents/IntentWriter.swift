/// Writes the operations that an intent needs, in one view, for one author.
struct IntentWriter {
    let view: View
    let author: Author

    func operations(for intent: Intent) throws -> [Operation] {
        switch intent {
        case .admit(let name): return [.admit(MemberAdmission(name: name, proof: []))]
        case .grant(let member, let capabilities):
            return [
                try sealed { seal in
                    .grant(MemberGrant(member: member, capabilities: capabilities, seal: seal))
                }
            ]
        case .addDevice(let member, let key, let label, let consent):
            return [
                try sealed { seal in
                    .addDevice(
                        DeviceAddition(
                            member: member,
                            key: key,
                            label: label,
                            proof: consent,
                            seal: seal
                        )
                    )
                }
            ]
        case .setNewsroom(let field, let value):
            let old = view.settings[field]?.toSupersede ?? []
            return [.setNewsroom(NewsroomSetting(field: field, value: value, superseded: old))]
        case .appointPress(let device, let log): return [try appointment(device, log)]
        case .share(let slug, let fields, let body): return shared(slug, fields, body)
        case .open(let kind, let story): return [try opening(kind, story)]
        case .setSlug(let story, let slug): return [renaming(story, slug)]
        case .setField(let draft, let field, let value):
            return [.setDraft(try setting(found(draft, intent), field, value))]
        case .edit(let draft, let edits): return [edited(try found(draft, intent), edits)]
        case .save(let draft, let note): return [saved(try found(draft, intent), note)]
        case .settle(let draft): return [try settled(found(draft, intent), intent)]
        case .submit(let draft, let note): return submitted(try found(draft, intent), note)
        case .clear(let draft, let gate, let note):
            return [try cleared(found(draft, intent), gate, note, intent)]
        case .requestChanges(let draft, let gate, let note):
            return [try objection(found(draft, intent), gate, note, intent)]
        case .release(let draft, let when):
            return [try released(found(draft, intent), when, intent)]
        }
    }

    func found(_ draft: DraftID, _ intent: Intent) throws(Refusal) -> Draft {
        guard let draft = view.drafts[draft] else { throw refusal(intent, .missing) }
        return draft
    }

    func refusal(_ intent: Intent, _ code: RefusalCode) -> Refusal {
        Refusal(verb: intent.verb, subject: view.subject(of: intent), code: code)
    }

    /// Makes an operation whose seal is over its own statement, which leaves the seal out.
    func sealed(_ make: (Seal) -> Operation) throws -> Operation {
        guard let blank = Seal([UInt8](repeating: 0, count: 64)) else {
            preconditionFailure("a seal has 64 bytes")
        }
        let statement = view.statement(
            of: make(blank),
            by: author.device,
            claimed: author.claimed
        )
        guard let statement else { return make(blank) }
        return make(try author.seal(statement))
    }

    private func appointment(_ device: DeviceKey, _ log: LogID) throws -> Operation {
        let last = view.appointments.keys.sorted().map { id in
            let receipts = view.publicHistory
            return EndedAppointment(appointment: id, lastReceipt: receipts.last?.operation)
        }
        return try sealed { seal in
            .appointPress(PressAppointment(device: device, log: log, last: last, seal: seal))
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

    private func opening(_ kind: DraftKind, _ story: StoryID) throws(Refusal) -> Operation {
        guard let live = view.stories[story]?.live else {
            throw refusal(.open(kind, story), .base)
        }
        return .openDraft(
            DraftOpening(story: story, kind: kind, base: live.issue.revision, label: "\(kind)")
        )
    }

    private func renaming(_ story: StoryID, _ slug: Slug) -> Operation {
        let old = view.stories[story]?.slug.toSupersede ?? []
        return .setStory(
            StorySetting(story: story, field: .slug, value: slug.description, superseded: old)
        )
    }
}
