import Newsroom

/// A property of authority that a history breaks.
package struct BrokenProperty: Error, CustomStringConvertible {
    /// Which, at which seed.
    package let description: String
}

/// The properties P1 to P4 of ledger.md 5.6, on random histories.
package struct AuthorityProperties {
    private let seed: UInt64

    /// Starts at a seed.
    package init(seed: UInt64) { self.seed = seed }

    /// Checks so many histories, and tells how many of each kind there were.
    ///
    /// - Throws: `BrokenProperty` with the seed of the history.
    package func check(_ count: Int) throws(BrokenProperty) -> [String: Int] {
        var tally: [String: Int] = [:]
        for number in 0..<UInt64(count) {
            var history = RandomAuthority(seed: seed &* 1_000_003 &+ number)
            history.grow(5 + history.below(24))
            do {
                try checkNamesDoNotMatter(&history)
                let outcome = try checkOne(&history)
                tally[outcome, default: 0] += 1
            } catch {
                throw BrokenProperty(
                    description: "seed \(seed), history \(number): \(error.description)"
                )
            }
        }
        return tally
    }

    private func checkOne(_ history: inout RandomAuthority) throws(BrokenProperty) -> String {
        switch history.below(4) {
        case 0, 1: try checkTheRemovedChangeNothing(&history)
        case 2: try checkTheFrozenOnlyLower(&history)
        default: try checkAForkOnlyLowers(&history)
        }
    }

    /// P1: any order of arrival gives one result, step by step or all at once.
    private func checkNamesDoNotMatter(_ history: inout RandomAuthority) throws(BrokenProperty) {
        let plain = RandomAuthority.world(of: history.entries)
        try require(plain.checkSelf().isEmpty, "P1: step by step differs")
        let other = RandomAuthority.world(of: history.reordered())
        try require(plain.outcome() == other.outcome(), "P1: another order differs")
    }

    /// P2: after a removal that counts, whatever the removed member signs changes nothing.
    private func checkTheRemovedChangeNothing(
        _ history: inout RandomAuthority
    ) throws(BrokenProperty) -> String {
        let isByRoot = history.chance(60)
        let people =
            isByRoot ? RandomAuthority.admins + RandomAuthority.staff : RandomAuthority.staff
        let victim = people[history.below(people.count)]
        let removal = history.remove(victim, isByRoot: isByRoot)
        let before = RandomAuthority.world(of: history.entries).outcome()
        let removed = before.status.filter { $0.key.entry == removal }
        guard removed.values.allSatisfy({ $0 == "in force" }) else { return "removal void" }
        history.intrude(victim, seeing: history.entries.map(\.facts.id))
        let after = RandomAuthority.world(of: history.entries).outcome()
        for (name, status) in before.status {
            try require(after.status[name] == status, "P2: \(name) was \(status)")
        }
        for (entry, rights) in after.capabilities {
            let expected = before.capabilities[entry] ?? []
            try require(rights == expected, "P2: rights at \(entry)")
        }
        return isByRoot ? "removed by root" : "removed by an admin"
    }

    /// P3: what a frozen admin signs without having seen the freeze gives nobody a right.
    private func checkTheFrozenOnlyLower(
        _ history: inout RandomAuthority
    ) throws(BrokenProperty) -> String {
        let admins = RandomAuthority.admins
        let victim = history.below(3)
        let by = (victim + 1 + history.below(2)) % 3
        let seen = history.entries.map(\.facts.id)
        history.write(
            RandomAuthority.firstDevice(of: admins[by]),
            [.authority(.freeze(admins[victim]))],
            after: history.heads()
        )
        let before = RandomAuthority.world(of: history.entries).outcome()
        guard let ice = history.entries.last?.facts.id,
            before.status[Point.Name(ice, 0)] == "in force"
        else { return "freeze void" }
        history.intrude(admins[victim], seeing: seen)
        let after = RandomAuthority.world(of: history.entries).outcome()
        try checkOnlyLowered(history, before, after, newcomer: admins[victim])
        return "frozen"
    }

    /// P4: a fork by itself gives nobody a right and voids no lowering.
    private func checkAForkOnlyLowers(
        _ history: inout RandomAuthority
    ) throws(BrokenProperty) -> String {
        let before = RandomAuthority.world(of: history.entries).outcome()
        let victims = history.entries.map(\.facts).filter {
            $0.seq > 0 && $0.device != RandomAuthority.root
        }
        guard !victims.isEmpty else { return "nothing to fork" }
        let victim = victims[history.below(victims.count)]
        guard let older = history.entries.first(where: { $0.facts.id == victim.prev }) else {
            return "nothing to fork"
        }
        history.write(victim.device, [], after: [], following: older.facts)
        let after = RandomAuthority.world(of: history.entries).outcome()
        try checkOnlyLowered(history, before, after, newcomer: nil)
        for entry in history.entries {
            for (index, act) in entry.acts.enumerated() where act.isLowering {
                let name = Point.Name(entry.facts.id, index)
                guard before.status[name] == "in force" else { continue }
                try require(after.status[name] == "in force", "P4: \(name) was voided")
            }
        }
        return "forked"
    }

    private func checkOnlyLowered(
        _ history: RandomAuthority,
        _ before: AuthorityWorld.Outcome,
        _ after: AuthorityWorld.Outcome,
        newcomer: MemberID?
    ) throws(BrokenProperty) {
        for (entry, rights) in before.capabilities {
            let now = after.capabilities[entry] ?? []
            try require(now.isSubset(of: rights), "rights were given at \(entry)")
        }
        for entry in history.entries {
            for (index, act) in entry.acts.enumerated() {
                let name = Point.Name(entry.facts.id, index)
                guard after.status[name] == "in force" else { continue }
                let old = before.status[name]
                let isFine =
                    old == nil
                    ? act.mayNewlyCount(newcomer: newcomer) : old == "in force" || old == "adopted"
                try require(isFine, "\(name) counts now and was \(old ?? "not there")")
            }
        }
    }

    private func require(_ holds: Bool, _ words: @autoclosure () -> String) throws(BrokenProperty) {
        guard holds else { throw BrokenProperty(description: words()) }
    }
}

extension ModelAct {
    fileprivate var isLowering: Bool {
        switch self {
        case .authority(.revoke), .authority(.freeze), .authority(.revokeDevice),
            .authority(.closeLog):
            true
        default: false
        }
    }

    fileprivate func mayNewlyCount(newcomer: MemberID?) -> Bool {
        switch self {
        case .authority(.grant): false
        case .authority(.addDevice(let member, _, _)): member == newcomer
        default: true
        }
    }
}

extension RandomAuthority {
    /// The same entries in another order that brings causes first.
    fileprivate mutating func reordered() -> [Made] {
        var waiting = entries
        var placed: Set<EntryID> = []
        var order: [Made] = []
        while !waiting.isEmpty {
            let ready = waiting.indices.filter { index in
                waiting[index].facts.causes.allSatisfy { placed.contains($0) }
            }
            let entry = waiting.remove(at: ready[below(ready.count)])
            placed.insert(entry.facts.id)
            order.append(entry)
        }
        return order
    }

    /// Removes a person with all devices, up to the heads of his logs or to older entries.
    fileprivate mutating func remove(_ victim: MemberID, isByRoot: Bool) -> EntryID? {
        var cut = devices(of: victim).flatMap { heads(of: $0) }
        if chance(50) {
            cut = cut.compactMap { head -> EntryID? in
                let chain = chain(below: head)
                return chance(80) ? chain[below(chain.count)] : nil
            }
        }
        let rights = isByRoot ? Capabilities.everything : .everything.subtracting(.admin)
        let remover = isByRoot ? Self.root : Self.firstDevice(of: Self.admins[below(3)])
        let ends = devices(of: victim).map { ModelAct.authority(.revokeDevice($0, cut: cut)) }
        write(remover, [.authority(.revoke(victim, rights, cut: cut))] + ends, after: heads())
        return entries.last?.facts.id
    }

    private func chain(below head: EntryID) -> [EntryID] {
        var chain = [head]
        while let last = chain.last,
            let prev = entries.first(where: { $0.facts.id == last })?.facts.prev
        {
            chain.append(prev)
        }
        return chain
    }

    /// Entries by one member, pretending any past, forking any of his logs, opening new ones.
    fileprivate mutating func intrude(_ member: MemberID, seeing pool: [EntryID]) {
        var pool = pool
        for _ in 0...below(9) {
            let keys = devices(of: member)
            guard !keys.isEmpty else { return }
            act(keys[below(keys.count)], seeing: pool, mostParents: 3)
            if let made = entries.last { pool.append(made.facts.id) }
        }
    }
}
