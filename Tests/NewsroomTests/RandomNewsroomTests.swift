import Newsroom
import TestSupport
import Testing

/// People acting offline at random, told of each other at random.
private struct RandomNewsroom {
    let budget: Budget
    var random: SplitMix64
    let names = ["ana", "max", "wes", "bo", "eve", "cy", "dee", "leo"]

    init(seed: UInt64) throws {
        budget = try Budget(subs: seed % 2 == 0)
        random = SplitMix64(seed: seed)
    }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// One thing that somebody tries; most refusals are as good as acts.
    mutating func act() {
        let machine = budget[pick(names)]
        switch below(12) {
        case 0: machine.sync()
        case 1: machine.hear(of: pick(names))
        case 2:
            budget["press"].sync()
            budget["press"].answerAll()
        case 3: split(machine)
        default: _ = try? machine.commit(intent(for: machine))
        }
    }

    /// Two different entries after one: a copied machine.
    private mutating func split(_ machine: Machine) {
        guard below(4) == 0, let last = machine.last else { return }
        let text = "copy \(below(100))"
        machine.write([.remark(StoryRemark(story: budget.story, text: text))], after: last)
    }

    private mutating func intent(for machine: Machine) -> Intent {
        let view = machine.newsroom.view
        let drafts = view.listedDrafts(of: budget.story).map(\.id)
        let draft = drafts.isEmpty ? budget.draft : pick(drafts)
        let story = budget.story
        let gate = pick(Gate.allCases)
        let member = budget.world.member(pick(names))
        switch below(34) {
        case 0...5: return .edit(draft, edits(of: draft, in: view))
        case 6: return .setField(draft, pick([.headline, .byline, .note]), "V\(below(3))")
        case 7: return .save(draft, note: nil)
        case 8, 9: return .submit(draft, note: nil)
        case 10, 11: return .clear(draft, pick([.desk, .subs, gate]), note: nil)
        case 12: return .requestChanges(draft, gate, note: "why?")
        case 13: return .requireGate(story, gate, reason: "because")
        case 14: return .waive(draft, gate, reason: "because")
        case 15: return .recall(draft, reason: "wait")
        case 16, 17: return .release(draft, when: .now)
        case 18: return .releaseAlone(draft, reason: "fire")
        case 19: return .readBack(draft, pick([.stands, .objects]), note: nil)
        case 20: return .spike(draft, reason: "no room")
        case 21: return .unspike(draft)
        case 22: return .settle(draft)
        case 23: return .open(pick(DraftKind.allCases), story)
        case 24: return .merge(from: draft, into: pick(drafts.isEmpty ? [draft] : drafts))
        case 25: return .restrict(story, .hold, isLegal: below(3) == 0, reason: "wait")
        case 26:
            let standing = view.stories[story]?.standingRestrictions.map(\.operation) ?? []
            return .lift(story, standing, reason: "over")
        case 27: return .change(pick([.withhold, .restore, .withdraw]), story, note: "note")
        case 28: return .revoke(member, pick(rights), reason: "left")
        case 29: return .grant(member, pick(rights))
        case 30: return .freeze(member, reason: "lost")
        case 31: return .comment(draft, .draft, quote: "", text: "Hm.", isBlocking: below(2) == 0)
        case 32: return .claim(story)
        default: return .cancelRelease(draft, reason: "not now")
        }
    }

    private let rights: [Capabilities] = [
        .write, .edit, .publish, .clearing(.desk), .clearing(.subs), .editor,
    ]

    private mutating func edits(of draft: DraftID, in view: View) -> [TextEdit] {
        let length = view.text(of: draft).unicodeScalars.count
        let place = below(length + 1)
        if below(3) == 0, place < length { return [.delete(1 + below(length - place), at: place)] }
        return [.insert("word\(below(9)) ", at: place)]
    }

    /// The same entries in a random order that brings causes first, some of them twice.
    mutating func anyOrder() -> [EntryFacts] {
        var waiting = budget.world.entries
        var placed: Set<EntryID> = []
        var order: [EntryFacts] = []
        while !waiting.isEmpty {
            let ready = waiting.indices.filter { waiting[$0].causes.allSatisfy(placed.contains) }
            let entry = waiting.remove(at: pick(ready))
            placed.insert(entry.id)
            order.append(entry)
            if below(10) == 0 { order.append(pick(order)) }
        }
        return order
    }
}

struct `A random newsroom` {
    @Test(arguments: Seeds.smoke.count == 12 ? [1, 2] : Seeds.smoke)
    func `comes to one state in every order, and keeps its promises`(seed: UInt64) throws {
        var room = try RandomNewsroom(seed: seed)
        for _ in 0..<40 { room.act() }
        room.budget.world.agree()
        room.budget.world.publish()
        let newsroom = room.budget["ana"].newsroom
        for _ in 0..<2 {
            let other = room.budget.world.folded(room.anyOrder())
            #expect(other.stateHash() == newsroom.stateHash(), "seed \(seed)")
        }
        #expect(newsroom.count == room.budget.world.entries.count)
        let events = newsroom.view.publicEvents
        #expect(events.map(\.number) == Array(0..<events.count), "seed \(seed)")
        for draft in newsroom.view.drafts.values {
            for clearance in draft.clearances.values {
                let revision = try #require(newsroom.view.revisions[clearance.act.revision])
                #expect(revision.hash == clearance.act.hash, "seed \(seed)")
            }
        }
    }
}
