import Prose

// Folding one operation: judged in the view of its past, then over the whole set, then applied.

extension Newsroom {
    mutating func fold(
        _ operation: Operation,
        of entry: EntryFacts,
        at point: Point,
        _ changes: inout Changes
    ) {
        var act = judged(operation, of: entry, at: point)
        if act.status.isAccepted { join(&act) }
        if act.status.isAccepted { takeAuthority(of: act, &changes) }
        act.stand(by: standing(of: act))
        remember(act)
        if act.operation.isOfOffice || act.operation.storyPart == nil, !act.operation.makesStory {
            view.applyToOffice(act)
            followOffice(act, &changes)
        }
        view.applyToStory(act)
        if let story = view.story(of: act) { changes.stories.insert(story) }
    }

    /// Judges an operation in the view of its past, without taking it in.
    private mutating func judged(
        _ operation: Operation,
        of entry: EntryFacts,
        at point: Point
    ) -> Act {
        if view.history.past(of: point.place).isAll(before: point.place) {
            return view.judged(operation, of: entry, at: point, by: judge)
        }
        let (past, judge) = past(of: point, for: operation)
        return past.judged(operation, of: entry, at: point, by: judge)
    }

    /// A text change joins the story's text; there its positions are tried.
    private mutating func join(_ act: inout Act) {
        guard case .writeText(let change) = act.operation else { return }
        let version = view.texts[change.story]?.version(of: change.parents) ?? TextVersion()
        do {
            try view.texts[change.story, default: StoryText()].append(
                change,
                of: view.operationID(of: act),
                by: act.author,
                to: version
            )
        } catch {
            act.status = .refused(.position)
        }
    }

    private mutating func remember(_ act: Act) {
        acts.append(act, on: view.story(of: act))
    }

    /// What becomes of an accepted operation over the whole set.
    func standing(of act: Act) -> Standing {
        guard act.status.isAccepted else { return Standing(act) }
        return judge.standing(of: act, in: view)
    }
}

extension View {
    /// Judges an operation in this view, which is that of its past; `judge` is that of its past too.
    func judged(
        _ operation: Operation,
        of entry: EntryFacts,
        at point: Point,
        by judge: Judge
    ) -> Act {
        let author = judge.author(of: point, in: history)
        let held = author.map { _ in judge.capabilities(at: point, in: history) } ?? []
        let given = Case(entry: entry, point: point, author: author, held: held)
        var status = OperationStatus.inForce
        switch operation {
        case .unknown: status = .unknown
        case .malformed: status = .refused(.limit)
        default:
            let limit = entry.isErased ? nil : operation.brokenLimit
            let twin = entry.brokenLimit(at: point.index)
            if let refusal = limit ?? twin ?? unmetNeed(of: operation, given) {
                status = .refused(refusal)
            }
        }
        var act = Act(
            operation: operation,
            point: point,
            needed: neededCapabilities(for: operation, given),
            findings: status == .inForce ? findings(of: operation, given) : .none,
            canBeHeld: canBeHeld(operation),
            author: author ?? MemberID(.zero),
            status: status,
            isErased: entry.isErased
        )
        if status == .inForce, case .orderErasure = operation {
            act.stand(by: judge.standing(of: act, in: self))
            act.findings = .judgedOnce
        }
        return act
    }

    private func canBeHeld(_ operation: Operation) -> Bool {
        if case .retract(let act) = operation { return isObjection(act.verdict, in: act.story) }
        return operation.operationClass.canBeHeld
    }

    /// What the past says that the state needs to know.
    private func findings(of operation: Operation, _ given: Case) -> Findings {
        switch operation {
        case .saveDraft(let act):
            return drafts[act.draft].map { .saved(savedContent(of: $0)) } ?? .none
        case .askRelease(let act): return .terms(terms(of: act, isEmergency: false))
        case .askEmergency(let act):
            return .terms(terms(of: act.asRelease, isEmergency: true))
        case .readRelease, .askPublic, .dropCorrection, .secondRequest:
            guard let id else { return .none }
            let signing = Signing(
                newsroom: id,
                member: given.author,
                claimed: given.entry.claimed,
                device: given.entry.device
            )
            return statement(of: operation, signing).map { .statement($0) } ?? .none
        case .issueReceipt(let act): return receiptFindings(of: act.request, at: act.time)
        case .changeStatus(let act): return receiptFindings(of: act.request, at: act.time)
        case .refuseReceipt, .joinReceipt:
            return press.map { .receipt(appointment: $0.operation, faults: []) } ?? .none
        default: return .none
        }
    }

    /// The press's own decision at that time, so that a hasty receipt can be told (K09).
    private func receiptFindings(of request: OperationID, at time: Moment) -> Findings {
        guard let press else { return .none }
        let faults = self.request(request, at: time)?.reasons.map(\.code) ?? []
        return .receipt(appointment: press.operation, faults: faults)
    }

    /// The story that an operation is about or makes; nil for the newsroom as a whole.
    func story(of act: Act) -> StoryID? {
        if let part = act.operation.storyPart { return part.story }
        switch act.operation {
        case .createStory: return StoryID(madeBy: history.id(at: act.point.place))
        case .unknown(let type, let body), .malformed(let type, let body):
            return type < 65 ? nil : Bytes32(body.prefix(32)).map { StoryID($0) }
        default: return nil
        }
    }
}

extension Operation {
    /// Whether the public history has a say in it.
    var asksOrAnswersThePress: Bool {
        switch self {
        case .askRelease, .askEmergency, .readRelease, .askPublic, .dropCorrection, .secondRequest,
            .issueReceipt, .refuseReceipt, .joinReceipt, .changeStatus, .recordReceipt:
            true
        default: false
        }
    }

    /// Whether it makes a story.
    var makesStory: Bool {
        if case .createStory = self { true } else { false }
    }
}
