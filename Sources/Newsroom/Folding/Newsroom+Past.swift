// The view that an operation's author had, where he had not seen everything: the newsroom as a
// whole as it was then, and the one story that the operation is about, made anew.

extension Newsroom {
    /// The view of an operation's past, and its judge.
    mutating func past(of point: Point, for operation: Operation) -> (View, Judge) {
        var scope = view.history.past(of: point.place)
        // What stands earlier in the same entry is before it.
        scope.insert(point.place)
        let forkPoints = view.history.forkPoints(in: scope)
        let isShared =
            frontiers.number(ofPastOf: point.place) == frontiers.before
            && forkPoints == judge.forkPoints
        var past = View(digest: view.digest)
        past.history = view.history
        past.texts = view.texts
        var pastJudge = judge
        if isShared {
            past.office = view.office
        } else {
            (pastJudge, past.office) = pastOffice(scope, at: point, forkPoints)
        }
        let story = operation.storyPart?.story
        if operation.asksOrAnswersThePress {
            past.steps = pastSteps(
                in: scope,
                besides: story,
                past.office,
                isShared ? nil : pastJudge
            )
        }
        if let story { add(story, to: &past, scope: scope, isShared ? nil : pastJudge) }
        return (past, pastJudge)
    }

    /// The same for all operations that were written upon the same state of the newsroom as a
    /// whole, as those of somebody who was away are; so the last few are kept.
    private mutating func pastOffice(
        _ scope: Past,
        at point: Point,
        _ forkPoints: [Int32: UInt64]
    ) -> (Judge, Office) {
        let isPartOfIt = acts.ofOffice.last.map { $0.place == point.place } ?? false
        guard !isPartOfIt else { return pastOffice(scope) }
        let frontier = frontiers.number(ofPastOf: point.place)
        let key = PastOffices.Key(frontier: frontier, forkPoints: forkPoints)
        if let known = pastOffices.find(key) { return known }
        let made = pastOffice(scope)
        pastOffices.keep(made, for: key)
        return made
    }

    /// The newsroom as a whole in a closed set of entries, and who could do what there.
    private func pastOffice(_ scope: Past) -> (Judge, Office) {
        var judge = judge
        judge.count(in: view.history, scope: scope)
        var past = View(digest: view.digest)
        past.history = view.history
        for point in acts.ofOffice where scope.contains(point.place) {
            guard var act = acts[point] else { continue }
            if act.status.isAccepted { act.stand(by: judge.standing(of: act, in: past)) }
            past.applyToOffice(act)
        }
        return (judge, past.office)
    }

    /// The public history as it was then, but for one story's.
    private func pastSteps(
        in scope: Past,
        besides story: StoryID?,
        _ office: Office,
        _ judge: Judge?
    ) -> PublicSteps {
        guard let judge else {
            let steps = view.steps.all.filter { step in
                step.story != story
                    && view.history.place(of: step.operation.entry).map { scope.contains($0) }
                        == true
            }
            return PublicSteps(steps)
        }
        var past = View(digest: view.digest)
        past.history = view.history
        past.office = office
        for point in acts.ofPress where scope.contains(point.place) {
            guard var act = acts[point], act.status.isAccepted,
                act.operation.storyPart?.story != story
            else { continue }
            act.stand(by: judge.standing(of: act, in: past))
            past.applyToStory(act)
        }
        return past.steps
    }

    private func add(_ story: StoryID, to past: inout View, scope: Past, _ judge: Judge?) {
        for point in acts.points(of: story) where scope.contains(point.place) {
            guard var act = acts[point] else { continue }
            if let judge, act.status.isAccepted { act.stand(by: judge.standing(of: act, in: past)) }
            past.applyToStory(act)
        }
    }
}
