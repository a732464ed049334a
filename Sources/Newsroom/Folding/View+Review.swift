// What reviewing, restricting and releasing does to a view.

extension View {
    mutating func applyToReview(_ act: Act) {
        let rank = rank(of: act)
        let id = rank.operation
        switch act.operation {
        case .requireGate(let required):
            stories[required.story]?.requirements[id] = RequiredGate(
                member: act.author,
                act: required
            )
        case .waiveGate(let waiver):
            drafts[waiver.draft]?.waivers[id] = Waiver(member: act.author, act: waiver)
        case .submitDraft(let submission):
            drafts[submission.draft]?.submissions[id] = Submission(
                member: act.author,
                act: submission,
                rank: rank
            )
        case .recallDraft(let recall): drafts[recall.draft]?.recalls.insert(id)
        case .clear(let clearance): clear(clearance, rank, act)
        case .requestChanges(let objection):
            drafts[objection.draft]?.objections[id] = Objection(
                member: act.author,
                act: objection,
                rank: rank
            )
        case .retract(let retraction):
            for draft in stories[retraction.story]?.drafts ?? [] {
                drafts[draft]?.retracted.insert(retraction.verdict)
            }
        case .overrule(let overruling):
            for draft in stories[overruling.story]?.drafts ?? [] {
                drafts[draft]?.answer(overruling.objection, by: id)
            }
        case .restrict(let restriction):
            stories[restriction.story]?.restrictions[id] = Restriction(
                operation: id,
                member: act.author,
                act: restriction
            )
        case .lift(let lift): stories[lift.story]?.lifted.formUnion(lift.restrictions)
        default: break
        }
    }

    private mutating func clear(_ clearance: GateClearance, _ rank: Rank, _ act: Act) {
        guard let signing = signing(of: act) else { return }
        drafts[clearance.draft]?.clearances[rank.operation] = Clearance(
            member: act.author,
            act: clearance,
            rank: rank,
            signing: signing
        )
        for objection in clearance.answers {
            drafts[clearance.draft]?.answer(objection, by: rank.operation)
        }
    }
}

extension Draft {
    /// Of several answers the lowest is named, whatever order they come in.
    fileprivate mutating func answer(_ objection: OperationID, by operation: OperationID) {
        answered[objection] = min(answered[objection] ?? operation, operation)
    }
}

extension View {
    mutating func applyToPublic(_ act: Act) {
        switch act.operation {
        case .askRelease(let request): ask(request, emergency: nil, act)
        case .askEmergency(let request): ask(request.asRelease, emergency: request.reason, act)
        case .cancelRelease(let cancel):
            let id = operationID(of: act)
            drafts[cancel.draft]?.cancels[id] = act.author
        case .readRelease(let reading): read(reading, act)
        case .askPublic, .dropCorrection, .secondRequest: request(act)
        case .issueReceipt, .refuseReceipt, .joinReceipt, .changeStatus: answer(act)
        case .recordReceipt(let record):
            let text = digest(record.text)
            let known = stories[record.story]?.receiptTexts[record.receipt] ?? text
            stories[record.story]?.receiptTexts[record.receipt] = min(known, text)
        case .askErasure(let ask):
            let id = operationID(of: act)
            stories[ask.story]?.erasures[id] = ErasureAsk(member: act.author, act: ask)
        case .orderErasure(let order):
            let known = stories[order.story]?.erasures[order.request]?.orderedBy ?? act.author
            stories[order.story]?.erasures[order.request]?.orderedBy = min(known, act.author)
            stories[order.story]?.erased.formUnion(order.skeletons.map(\.entry))
        default: break
        }
    }

    private mutating func ask(_ request: ReleaseRequest, emergency: String?, _ act: Act) {
        guard case .terms(let terms) = act.findings, let signing = signing(of: act) else { return }
        let rank = rank(of: act)
        drafts[request.draft]?.releases[rank.operation] = Release(
            member: act.author,
            act: request,
            emergency: emergency,
            rank: rank,
            signing: signing,
            terms: terms
        )
        for earlier in request.superseded {
            let known = drafts[request.draft]?.supersededReleases[earlier] ?? rank.operation
            drafts[request.draft]?.supersededReleases[earlier] = min(known, rank.operation)
        }
        wait(for: rank.operation, of: request.story)
    }

    private mutating func read(_ reading: ReleaseReading, _ act: Act) {
        guard case .statement(let statement) = act.findings else { return }
        let rank = rank(of: act)
        for draft in stories[reading.story]?.drafts ?? []
        where drafts[draft]?.releases[reading.release] != nil {
            drafts[draft]?.readings[rank.operation] = Reading(
                member: act.author,
                act: reading,
                rank: rank,
                statement: statement
            )
        }
    }

    private mutating func request(_ act: Act) {
        let rank = rank(of: act)
        guard case .statement(let statement) = act.findings else { return }
        switch act.operation {
        case .askPublic(let request):
            stories[request.story]?.requests[rank.operation] = PublicAsk(
                member: act.author,
                act: request,
                rank: rank,
                statement: statement
            )
            wait(for: rank.operation, of: request.story)
        case .dropCorrection(let drop):
            stories[drop.story]?.drops[rank.operation] = CorrectionDropAsk(
                member: act.author,
                act: drop,
                rank: rank,
                statement: statement
            )
            wait(for: rank.operation, of: drop.story)
        case .secondRequest(let second):
            let word = Second(
                member: act.author,
                act: second,
                operation: rank.operation,
                statement: statement
            )
            stories[second.story]?.seconds[second.request, default: []].append(word)
            stories[second.story]?.seconds[second.request]?.sort { $0.operation < $1.operation }
        default: break
        }
    }

    /// Notes that the press has a request to answer, unless it did.
    private mutating func wait(for request: OperationID, of story: StoryID) {
        guard let found = stories[story], found.answers[request] == nil,
            !found.events.contains(where: { $0.request == request })
        else { return }
        openRequests[request] = story
    }

    /// Takes in a receipt, unless a later press ended its press's history below it.
    private mutating func answer(_ act: Act) {
        guard case .receipt(let appointment, let faults) = act.findings,
            !isCut(act.point, under: appointment)
        else { return }
        let id = operationID(of: act)
        switch act.operation {
        case .issueReceipt(let issue):
            enter(PublicEvent(operation: id, content: .issue(issue), faults: faults), issue.story)
        case .changeStatus(let change):
            let receipt = PublicEvent(operation: id, content: .change(change), faults: faults)
            enter(receipt, change.story)
        case .refuseReceipt(let refusal):
            answer(
                refusal.request,
                of: refusal.story,
                .refused(refusal.reasons, at: refusal.time, by: id)
            )
        case .joinReceipt(let joining):
            answer(
                joining.request,
                of: joining.story,
                .joined(joining.receipt, at: joining.time, by: id)
            )
        default: break
        }
    }

    private mutating func answer(
        _ request: OperationID,
        of story: StoryID,
        _ answer: SilentAnswer
    ) {
        if let known = stories[story]?.answers[request], known.operation < answer.operation {
            return
        }
        stories[story]?.answers[request] = answer
        openRequests[request] = nil
    }

    private mutating func enter(_ receipt: PublicEvent, _ story: StoryID) {
        let step = PublicStep(
            number: receipt.number,
            operation: receipt.operation,
            story: story,
            slug: receipt.issue?.slug
        )
        steps.insert(step)
        stories[story]?.events.insert(receipt) { left, right in
            left.number == right.number
                ? left.operation < right.operation : left.number < right.number
        }
        openRequests[receipt.request] = nil
    }

    /// Whether every appointment that replaces a press ends its history below a receipt.
    func isCut(_ receipt: Point, under appointment: OperationID) -> Bool {
        let ends = office.appointments.values.flatMap(\.last).filter {
            $0.appointment == appointment
        }
        guard !ends.isEmpty else { return false }
        return ends.allSatisfy { end in
            guard let last = end.lastReceipt, let place = history.place(of: last.entry) else {
                return true
            }
            if receipt.place == place { return receipt.index > last.index }
            return !history.isAtOrBelow(receipt.place, place)
        }
    }
}

extension Array {
    /// Inserts into an ordered array, at the end where nothing is greater.
    mutating func insert(
        _ element: Element,
        inOrder isBefore: (Element, Element) -> Bool
    ) {
        var place = endIndex
        while place > startIndex, isBefore(element, self[place - 1]) { place -= 1 }
        insert(element, at: place)
    }
}
