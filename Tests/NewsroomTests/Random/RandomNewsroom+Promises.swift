import Newsroom
import TestSupport
import Testing

// What has to hold after each step, whoever did what (newsroom.md 1).
extension RandomNewsroom {
    /// Nothing vanishes, the public order is total, and clearances name what they cleared.
    func check(_ machine: Machine) {
        let newsroom = machine.newsroom
        let known = budget.world.entries.filter { newsroom.entry($0.id) != nil }
        #expect(known.count == newsroom.count, "seed \(seed): an entry vanished")
        let acts = newsroom.operations.reduce(0) { count, _ in count + 1 }
        #expect(
            acts == known.reduce(0) { $0 + $1.operations.count },
            "seed \(seed): an operation vanished"
        )
        let events = newsroom.view.publicEvents
        #expect(
            events.map(\.number) == Array(0..<events.count),
            "seed \(seed): the public order has gaps or twins"
        )
        for draft in newsroom.view.drafts.values {
            for clearance in draft.clearances.values {
                let cleared = newsroom.view.revisions[clearance.act.revision]?.hash
                #expect(cleared == clearance.act.hash, "seed \(seed): another text was cleared")
            }
        }
    }

    /// What goes out was cleared at that very text by as many as are required.
    func checkGates(of issue: ReceiptIssue, _ view: View) {
        guard let draft = view.drafts[issue.draft], let release = draft.releases[issue.request]
        else {
            Issue.record("seed \(seed): published without a release")
            return
        }
        let isEmergency = release.emergency != nil
        for requirement in view.requirements(of: draft)
        where !isEmergency || requirement.isByPerson {
            let given = release.act.clearances.compactMap { draft.clearances[$0] }.filter {
                $0.act.gate == requirement.gate && $0.act.hash == issue.hash
            }
            #expect(
                Set(given.map(\.member)).count >= requirement.count,
                "seed \(seed): published without \(requirement.gate)"
            )
        }
        #expect(
            view.stories[issue.story]?.standingRestrictions.contains { $0.act.kind == .hold }
                == false,
            "seed \(seed): published under a hold"
        )
    }

    /// Where a gate never cleared a draft, and nothing of the story went out, whoever clears it
    /// wrote none of it.
    func checkFourEyes(of intent: Intent, by machine: Machine, _ before: Newsroom) {
        guard case .clear(let id, let gate, _) = intent, let draft = before.view.drafts[id],
            before.view.stories[draft.story]?.events.isEmpty == true,
            !draft.clearances.values.contains(where: { $0.act.gate == gate })
        else { return }
        let own = before.operations(on: draft.story).filter { done in
            guard case .writeText(let change) = done.operation, done.status.counts else {
                return false
            }
            return change.draft == id && done.author == machine.member
        }
        #expect(own.isEmpty, "seed \(seed): \(machine.name) cleared his own words")
    }
}
