import Newsroom
import TestSupport

// Everything that somebody might want to do, well or badly.
extension RandomNewsroom {
    mutating func intent(for machine: Machine) -> Intent? {
        let view = machine.newsroom.view
        let stories = view.stories.keys.sorted()
        let story = below(3) == 0 ? pick(stories) : budget.story
        let drafts = view.listedDrafts(of: story).map(\.id)
        let draft = maybe(drafts) ?? budget.draft
        switch below(10) {
        case 0...2: return writing(draft, drafts, view)
        case 3, 4: return reviewing(story, draft, view)
        case 5, 6: return releasing(story, draft, view)
        case 7: return telling(story, draft, view)
        case 8: return restricting(story, draft, view)
        default: return governing(view)
        }
    }

    private mutating func writing(_ draft: DraftID, _ drafts: [DraftID], _ view: View) -> Intent? {
        let revisions = view.drafts[draft]?.revisions.sorted() ?? []
        switch below(14) {
        case 0...4: return .edit(draft, edits(of: draft, in: view))
        case 5: return .setField(draft, pick([.headline, .byline, .note]), "V\(below(3))")
        case 6: return .save(draft, note: nil)
        case 7: return .settle(draft)
        case 8: return .merge(from: draft, into: maybe(drafts) ?? draft)
        case 9: return .mergeLive(into: draft)
        case 10: return maybe(revisions).map { .restore(draft, $0) }
        case 11: return .open(pick(DraftKind.allCases), view.drafts[draft]?.story ?? budget.story)
        case 12: return .spike(draft, reason: "no room")
        default: return .unspike(draft)
        }
    }

    private mutating func reviewing(_ story: StoryID, _ draft: DraftID, _ view: View) -> Intent? {
        let gate = pick(Gate.allCases)
        let verdicts =
            (view.drafts[draft]?.clearances.keys.sorted() ?? [])
            + (view.drafts[draft]?.objections.keys.sorted() ?? [])
        switch below(12) {
        case 0...2: return .submit(draft, note: nil)
        case 3...5: return .clear(draft, pick([.desk, .subs, gate]), note: nil)
        case 6: return .requestChanges(draft, gate, note: "why?")
        case 7: return .requireGate(story, gate, reason: "because")
        case 8: return .waive(draft, gate, reason: "because")
        case 9: return .recall(draft, reason: "wait")
        case 10: return maybe(verdicts).map { .retract(story, $0, reason: "misread") }
        default: return maybe(verdicts).map { .overrule(story, $0, reason: "it is so") }
        }
    }

    private mutating func releasing(_ story: StoryID, _ draft: DraftID, _ view: View) -> Intent? {
        let asks = view.stories[story]?.requests.keys.sorted() ?? []
        let drops = view.stories[story]?.drops.keys.sorted() ?? []
        let lines = view.corrections(of: story).map(\.receipt.operation)
        let later = Moment(milliseconds: budget.world.now.milliseconds + Int64(below(3)))
        switch below(12) {
        case 0...3: return .release(draft, when: .now)
        case 4: return .release(draft, when: .at(later))
        case 5: return .releaseAlone(draft, reason: "fire")
        case 6: return .readBack(draft, pick([.stands, .objects]), note: nil)
        case 7: return .cancelRelease(draft, reason: "not now")
        case 8: return .change(pick(PublicAction.allCases), story, note: "note")
        case 9: return maybe(lines).map { .dropCorrection(story, $0, reason: "it was right") }
        default: return maybe(asks + drops).map { .second(story, $0) }
        }
    }

    private mutating func telling(_ story: StoryID, _ draft: DraftID, _ view: View) -> Intent? {
        let comments = view.drafts[draft]?.comments.keys.sorted() ?? []
        switch below(9) {
        case 0: return .comment(draft, .draft, quote: "", text: "Hm.", isBlocking: below(2) == 0)
        case 1: return maybe(comments).map { .reply(story, $0, "So?") }
        case 2: return maybe(comments).map { .resolve(story, $0) }
        case 3: return .claim(story)
        case 4: return .hand(story, to: budget.world.member(pick(names)), note: nil)
        case 5: return .remark(story, "note \(below(9))")
        case 6: return Slug("story-\(below(4))").map { .setSlug(story, $0) }
        case 7: return .setStory(story, pick([.desk, .lengthReason]), "W\(below(2))")
        default:
            return Slug("story-\(below(4))").map { slug in
                .share(slug: slug, fields: [.headline: "H"], body: "A new text.\n")
            }
        }
    }

    private mutating func restricting(_ story: StoryID, _ draft: DraftID, _ view: View) -> Intent? {
        let later = Moment(milliseconds: budget.world.now.milliseconds + 1)
        let kinds: [RestrictionKind] = [
            .hold, .notForPublication, .embargo(until: later, zone: "UTC"),
            .embargo(until: nil, zone: "UTC"),
        ]
        let standing = view.stories[story]?.standingRestrictions.map(\.operation) ?? []
        let asked = view.stories[story]?.erasures.sorted { $0.key < $1.key } ?? []
        let notes = view.stories[story]?.notes.map(\.rank.operation.entry) ?? []
        switch below(6) {
        case 0, 1: return .restrict(story, pick(kinds), isLegal: below(3) == 0, reason: "wait")
        case 2, 3: return .lift(story, standing, reason: "over")
        case 4: return maybe(notes).map { .askErasure(story, [$0], reason: "court") }
        default:
            return maybe(asked).map { ask, erasure in
                let left = erasure.act.entries.map {
                    ErasedEntry(entry: $0, payload: .zero, skeleton: [0, 0])
                }
                return .orderErasure(story, ask, left)
            }
        }
    }

    private mutating func governing(_ view: View) -> Intent? {
        let other = budget[pick(names)]
        let rights: [Capabilities] = [
            .write, .edit, .publish, .clearing(.desk), .clearing(.subs), .editor,
        ]
        let desk = GateNeed(gate: .desk, count: 1)
        switch below(15) {
        case 0: return .revoke(other.member, pick(rights), reason: "left")
        case 1, 2: return .grant(other.member, pick(rights))
        case 3: return .freeze(other.member, reason: "lost")
        case 4: return .remove(other.member, reason: "gone")
        case 5: return .revokeDevice(other.device, reason: "lost")
        case 6: return other.last.map { .closeLog(other.log, heads: [$0.id]) }
        case 7:
            return other.last.map { .adopt(other.log, from: $0.seq / 2, to: $0.id) }
        case 8: return .renameMember(other.member, "N\(below(3))")
        case 9: return .renameDevice(other.device, "D\(below(3))")
        case 10: return .setNewsroom(.zone, pick(["UTC", "Europe/London"]))
        case 11: return .setGates(.original, [desk, GateNeed(gate: .subs, count: 1 + below(2))])
        case 12: return .setChecks([CheckSetting(check: .byline, strictness: .warn)])
        case 13: return .setHub(url: "https://hub-\(below(2)).example", pins: [])
        default: return .admit(name: "Nobody \(below(9))")
        }
    }

    private mutating func edits(of draft: DraftID, in view: View) -> [TextEdit] {
        let length = view.text(of: draft).unicodeScalars.count
        let place = below(length + 1)
        if below(3) == 0, place < length { return [.delete(1 + below(length - place), at: place)] }
        return [.insert("word\(below(9)) ", at: place)]
    }
}
