extension Newsroom {
    /// Everything that needs a person, by kind; of one story, or of the whole newsroom.
    public func items(of story: StoryID? = nil) -> [Item] {
        let stories = story.map { [$0] } ?? storiesToLookAt
        let found = stories.compactMap { view.stories[$0] }.flatMap { view.items(of: $0) }
        let rest = story == nil ? view.officeItems + slugItems + splitItems : []
        return (found + rest + asideItems(of: story)).sorted { left, right in
            left.kind == right.kind
                ? left.operations.lexicographicallyPrecedes(right.operations)
                : left.kind < right.kind
        }
    }

    /// The stories that may need a person: of those in an archive those that did.
    private var storiesToLookAt: [StoryID] {
        guard let archive = view.library?.archive else { return storyIDs.sorted() }
        return Set(archive.troubledStories).union(storiesToArchive).sorted()
    }

    /// The stories that may share a slug with another.
    private var storiesToCompare: [Story] {
        guard let archive = view.library?.archive else {
            return storyIDs.compactMap { view.stories[$0] }
        }
        let looked = storiesToLookAt.compactMap { view.stories[$0] }
        let names = looked.flatMap { $0.slug.values.map(\.description) } + archive.sharedNames
        let named = Set(names).flatMap { view.stories(called: $0) }
        let known = Dictionary((looked + named).map { ($0.id, $0) }) { first, _ in first }
        return Array(known.values)
    }

    /// K14: what was set aside, one item for each log.
    private func asideItems(of story: StoryID?) -> [Item] {
        let points = story.map { acts.notInForce(on: $0) } ?? acts.notInForce
        var byLog: [LogID: [OperationID]] = [:]
        for act in acts.at(points) {
            guard case .setAside = act.status, let log = view.history.log(at: act.point.place)
            else { continue }
            byLog[log, default: []].append(view.operationID(of: act))
        }
        return byLog.keys.sorted().map { Item(.aside, story: story, byLog[$0] ?? []) }
    }

    /// K04: stories that share a slug, unless all of them are spiked or removed.
    private var slugItems: [Item] {
        var bySlug: [Slug: [Story]] = [:]
        for found in storiesToCompare where found.isListed {
            for slug in found.slug.values { bySlug[slug, default: []].append(found) }
        }
        return bySlug.keys.sorted().compactMap { slug in
            let stories = bySlug[slug] ?? []
            guard stories.count > 1, !stories.allSatisfy({ view.isGone($0) }) else { return nil }
            return Item(
                .slug,
                stories.flatMap { $0.slug.alive.map(\.rank.operation) },
                sides: [slug.description]
            )
        }
    }

    /// K17: logs with two histories that nobody closed.
    private var splitItems: [Item] {
        view.history.splits.keys.sorted().compactMap { number in
            let log = view.history.logs[Int(number)]
            let isClosed = (judge.records.closings[log] ?? []).contains { judge.counts($0) }
            guard !isClosed else { return nil }
            let twins = view.history.splits[number]?.flatMap { [$0.first, $0.second] } ?? []
            return Item(
                .splitLog,
                Set(twins).map { OperationID(view.history.id(at: $0), 0) },
                sides: [log.description]
            )
        }
    }
}

extension View {
    /// Whether all drafts of a story are spiked, or it was removed.
    func isGone(_ story: Story) -> Bool {
        publicStatus(of: story.id) == .removed
            || listedDrafts(of: story.id).allSatisfy { !$0.standingSpikes.isEmpty }
    }

    /// K01, K16 and K18 of the newsroom as a whole.
    var officeItems: [Item] {
        let settings = NewsroomField.allCases.compactMap { office.settings[$0]?.item(.values) }
        let gates = DraftKind.allCases.compactMap { office.gates[$0]?.item(.values) }
        let rules = [office.checks.item(.values), office.hub.item(.values)].compactMap(\.self)
        let alive = office.aliveAppointments
        let press = office.appointments.isEmpty || alive.count == 1 ? [] : [Item(.press, alive)]
        let frozen = office.members.values.sorted { $0.id < $1.id }.flatMap { member in
            member.freezes.filter { !isAnswered($0, of: member) }.map {
                Item(.frozen, [$0], sides: [member.name])
            }
        }
        return settings + gates + rules + press + frozen
    }

    /// Whether a grant of `admin` came after a freeze; only a root key can give one.
    private func isAnswered(_ freeze: OperationID, of member: Member) -> Bool {
        member.grants.contains { $0.value.contains(.admin) && isBefore(freeze, $0.key) }
    }
}

extension Register {
    /// The item that several values alive make; nil where there are not several.
    func item(_ kind: ItemKind, story: StoryID? = nil, draft: DraftID? = nil) -> Item? {
        guard isContested else { return nil }
        let sides = values.map { "\($0)" }
        return Item(kind, story: story, draft: draft, toSupersede, sides: sides)
    }
}
