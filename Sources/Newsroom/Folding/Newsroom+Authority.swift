// What follows when rights are given or taken away.

extension Newsroom {
    /// Takes the operation's authority into account, before it is asked whether it counts.
    mutating func takeAuthority(of act: Act, _ changes: inout Changes) {
        if case .found(let founding) = act.operation { judge.roots = Set(founding.roots) }
        guard let authority = authority(of: act) else { return }
        if case .addDevice(let member, let key, _) = authority {
            devicesOfMember[member, default: []].insert(key)
        }
        let reachesBack = judge.append(authority, at: act.point, in: view.history)
        if reachesBack { recount(besides: [], &changes) }
    }

    /// What an operation does to authority; nil where that is nothing.
    func authority(of act: Act) -> AuthorityAct? {
        let history = view.history
        return act.operation.authorityAct { log in
            history.firstPlace(of: log).map { history.node(at: $0).device }
        }
    }

    /// Counts authority again, and asks again about everything that it concerns.
    mutating func recount(besides devices: Set<DeviceKey>, _ changes: inout Changes) {
        let scope = Past(before: view.history.count)
        let changed = judge.count(in: view.history, scope: scope)
        var concerned = devices
        for index in changed {
            concerned.formUnion(devicesConcerned(by: judge.records.all[index].act))
        }
        var places = Set(view.history.places(ofDevices: concerned))
        places.formUnion(changed.map { judge.records.all[$0].point.place })
        rejudge(places, &changes)
    }

    private func devicesConcerned(by act: AuthorityAct) -> Set<DeviceKey> {
        switch act {
        case .grant(let member, _), .revoke(let member, _, _), .freeze(let member):
            devicesOfMember[member] ?? []
        case .addDevice(_, let key, _), .revokeDevice(let key, _), .closeLog(_, let key, _): [key]
        }
    }

    /// Asks again what becomes of the operations of these entries, and makes anew what differs.
    private mutating func rejudge(_ places: Set<Int>, _ changes: inout Changes) {
        var dirty: Set<StoryID> = []
        var isOfficeDirty = false
        var places = places
        while !places.isEmpty {
            for var act in places.sorted().flatMap({ acts.acts(at: $0) }) {
                let standing = standing(of: act)
                guard standing != Standing(act) else { continue }
                if standing.status != act.status {
                    changes.flipped.append(view.operationID(of: act))
                }
                acts.stand(act.point, by: standing)
                act.stand(by: standing)
                if let story = view.story(of: act) {
                    dirty.insert(story)
                } else {
                    isOfficeDirty = true
                }
                nameAuthor(of: act)
            }
            guard isOfficeDirty else { break }
            isOfficeDirty = false
            places = remakeOffice(&dirty)
        }
        refreshRights()
        remake(dirty)
        changes.stories.formUnion(dirty)
    }

    private mutating func nameAuthor(of act: Act) {
        guard case .writeText(let change) = act.operation else { return }
        let entry = view.history.id(at: act.point.place)
        guard let number = view.texts[change.story]?.number(of: entry) else { return }
        view.texts[change.story]?.name(act.author, asAuthorOf: number)
    }

    /// Makes the newsroom as a whole anew.
    ///
    /// - Returns: the entries whose text an adoption covers now and did not before, or the reverse.
    private mutating func remakeOffice(_ dirty: inout Set<StoryID>) -> Set<Int> {
        let before = view.office
        view.office = Office()
        for act in acts.at(acts.ofOffice) { view.applyToOffice(act) }
        let oldPoints = Set(before.adoptions.keys)
        let newPoints = Set(view.office.adoptions.keys)
        if before.appointments != view.office.appointments { dirty.formUnion(storiesWithReceipts) }
        return oldPoints.symmetricDifference(newPoints).reduce(into: []) { places, point in
            let adoption = before.adoptions[point] ?? view.office.adoptions[point]
            if let adoption { places.formUnion(stretch(of: adoption.act)) }
        }
    }

    private var storiesWithReceipts: Set<StoryID> {
        Set(acts.at(acts.ofPress).compactMap { view.story(of: $0) })
    }

    private func stretch(of adoption: LogAdoption) -> [Int] {
        guard let last = view.history.place(of: adoption.last) else { return [] }
        return view.history.stretch(from: adoption.first, to: last)
    }

    /// What an operation of the newsroom as a whole, just applied, changes elsewhere.
    mutating func followOffice(_ act: Act, _ changes: inout Changes) {
        guard act.status.counts else { return }
        switch act.operation {
        case .adopt(let adoption): rejudge(Set(stretch(of: adoption)), &changes)
        case .appointPress(let appointment) where !appointment.last.isEmpty:
            let stories = storiesWithReceipts
            remake(stories)
            changes.stories.formUnion(stories)
        case .grant, .addDevice, .revoke, .revokeDevice, .freeze, .closeLog, .admit: refreshRights()
        default: break
        }
    }

    /// Brings what members hold and what devices belong to whom up to date.
    mutating func refreshRights() {
        for id in view.office.members.keys {
            view.office.members[id]?.capabilities = judge.held(by: id, at: .end, in: view.history)
        }
        for key in view.office.devices.keys {
            view.office.devices[key]?.owner = judge.ownerNow(of: key, in: view.history)
        }
    }

    /// Makes stories anew from their operations.
    mutating func remake(_ stories: Set<StoryID>) {
        guard !stories.isEmpty else { return }
        view.forget(stories)
        for story in stories.sorted() {
            for act in acts.at(acts.points(of: story)) { view.applyToStory(act) }
        }
    }
}

extension View {
    /// Forgets what was made of stories, but for their texts.
    mutating func forget(_ stories: Set<StoryID>) {
        for story in stories {
            guard let found = self.stories.removeValue(forKey: story) else { continue }
            for draft in found.drafts {
                for revision in drafts[draft]?.revisions ?? [] { revisions[revision] = nil }
                drafts[draft] = nil
            }
        }
        steps.remove(stories)
        openRequests = openRequests.filter { !stories.contains($0.value) }
    }
}
