import Newsroom
import Testing

/// The cases of ledger.md 5.5, each with the name of its row.
struct `Authority row` {
    private let scene = AuthorityScene()
    private var last: EntryID { scene.last }

    @Test func `removal; writing it had not seen`() {
        let seen = scene.write("e1", text, after: [last])
        scene.write("a1", revoke("E", [.write, .edit], cut: [seen]), after: [seen])
        let unseen = scene.write("e1", text)
        let again = scene.write("a1", grant("E", .write), after: [unseen])
        let later = scene.write("e1", text, after: [again])
        #expect(scene.status(seen) == "in force")
        #expect(scene.status(unseen) == "set aside")
        #expect(scene.status(later) == "in force")
    }

    @Test func `entry back-dated by a removed key`() {
        let seen = scene.write("e1", text, after: [last])
        scene.write("a1", revoke("E", [.write, .edit], cut: [seen]), after: [seen])
        let backdated = scene.write("e1", text, after: [last], log: 9)
        let doubled = scene.write("e1", text, after: [last], log: 0, behind: seen)
        #expect(scene.status(backdated) == "set aside")
        #expect(scene.status(doubled) == "set aside")
    }

    @Test func `two removals of one person`() {
        let written = (0..<5).map { _ in scene.write("e1", text, after: [last]) }
        scene.write("a1", revoke("E", .write, cut: [written[4]]), after: [written[4]])
        scene.write("b1", revoke("E", .write, cut: [written[2]]), after: [written[4]])
        #expect(scene.status(written[2]) == "in force")
        #expect(scene.status(written[3]) == "set aside")
    }

    @Test func `removal, concurrent grant`() {
        scene.write("a1", revoke("W", .write), after: [last])
        let granted = scene.write("b1", grant("W", .write), after: [last])
        let written = scene.write("w1", text, after: [granted])
        #expect(scene.status(written) == "set aside")
    }

    @Test func `a revoke with a cut and a grant after it in one entry`() {
        let kept = scene.write("w1", text, after: [last])
        let between = scene.write("w1", text)
        let both = scene.write(
            "a1",
            revoke("W", .write, cut: [kept]),
            grant("W", .write),
            after: [between]
        )
        let later = scene.write("w1", text, after: [both])
        #expect(scene.status(kept) == "in force")
        #expect(scene.status(between) == "set aside")
        #expect(scene.status(later) == "in force")
    }

    @Test func `clear.desk revoked, concurrent clearance`() {
        let written = scene.write("e1", text, after: [last])
        scene.write("a1", revoke("E", .clearing(.desk), cut: [written]), after: [written])
        let clearance = scene.write("e1", permit(.clearing(.desk)))
        let more = scene.write("e1", text)
        let release = scene.write("p1", permit(.publish), after: [clearance])
        #expect(scene.status(clearance) == "set aside")
        #expect(scene.status(more) == "in force")
        #expect(scene.status(release) == "in force")
    }

    @Test func `two admins freeze each other`() {
        let (byA, byB) = (
            scene.write("a1", freeze("B"), after: [last]),
            scene.write("b1", freeze("A"), after: [last])
        )
        let grantOfA = scene.write("a1", grant("W", .edit))
        let releaseOfB = scene.write("b1", permit(.publish))
        let grantOfC = scene.write("c1", grant("W", .publish), after: [byA, byB])
        let root = scene.write("r0", grant("A", .admin), after: [byA, byB, grantOfC])
        let again = scene.write("a1", grant("W", .edit), after: [root])
        let still = scene.write("b1", grant("W", .edit), after: [root])
        for entry in [byA, byB, releaseOfB, grantOfC, again] {
            #expect(scene.status(entry) == "in force")
        }
        for entry in [grantOfA, still] { #expect(scene.status(entry) == "set aside") }
    }

    @Test func `admin revokes an admin, freezes him first`() {
        let direct = scene.write("a1", revoke("B", .write), after: [last])
        scene.write("a1", freeze("B"))
        let others = [
            scene.write("a1", revoke("B", .write)), scene.write("a1", revokeDevice("b1")),
            scene.write("a1", closeLog("b1")),
        ]
        for entry in [direct] + others { #expect(scene.status(entry) == "set aside") }
    }

    @Test func `rogue admin removes staff`() {
        let good = scene.write("a1", grant("W", .edit), after: [last])
        let bad = scene.write("a1", revoke("E", .write), revokeDevice("e1"))
        let written = scene.write("e1", text, after: [last])
        #expect(scene.status(written) == "set aside")
        scene.write(
            "r0",
            revoke("A", .everything, cut: [good]),
            revokeDevice("a1", cut: [good]),
            after: [bad, written]
        )
        #expect(scene.status(good) == "in force")
        #expect(scene.status(bad) == "set aside")
        #expect(scene.status(written) == "in force")
    }

    @Test func `laptop and phone revoke each other`() {
        let added = scene.write("e1", add("E", "e2"), after: [last])
        let first = scene.write("e1", text)
        let second = scene.write("e2", text, after: [added, first])
        let byPhone = scene.write("e2", revokeDevice("e1"))
        let late = scene.write("e1", text)
        let byLaptop = scene.write("e1", revokeDevice("e2"), after: [second])
        let later = scene.write("e2", text)
        for entry in [first, second, byPhone, byLaptop] {
            #expect(scene.status(entry) == "in force")
        }
        for entry in [late, later] { #expect(scene.status(entry) == "set aside") }
    }

    @Test func `admin hires, root removed that admin with a cut before`() {
        let hired = scene.write("a1", grant("N", .write), add("N", "n1"), after: [last])
        let written = scene.write("n1", text, after: [hired])
        scene.write(
            "r0",
            revoke("A", .everything, cut: [last]),
            revokeDevice("a1", cut: [last]),
            after: [written]
        )
        scene.write("e1", .adopt(from: 0, to: written), after: [written])
        #expect(scene.status(hired) == "set aside")
        #expect(scene.status(written) == "adopted")
    }

    @Test func `device added without its proof`() {
        let stolen = scene.write("a1", add("W", "p1", consent: "P"), after: [last])
        let foreign = scene.write("e1", add("E", "x1", consent: "W"), after: [last])
        let other = scene.write("e1", add("W", "x2"))
        let own = scene.write("e1", add("E", "e2"))
        for entry in [stolen, foreign, other] { #expect(scene.status(entry) == "set aside") }
        #expect(scene.status(own) == "in force")
    }

    @Test func `key claimed for two members; a revoked key again`() {
        let first = scene.write("a1", add("W", "x1"), after: [last])
        let second = scene.write("b1", add("E", "x1"), after: [last])
        let twice = scene.write("x1", text, after: [first, second])
        let lost = scene.write("a1", revokeDevice("w1"))
        let back = scene.write("c1", add("W", "w1"), after: [lost])
        #expect(scene.status(first) == "in force" && scene.status(second) == "in force")
        #expect(scene.status(twice) == "set aside")
        #expect(scene.status(back) == "set aside")
    }

    @Test func `removed member revokes his other device, claiming an old past`() {
        let added = scene.write("e1", add("E", "e2"), after: [last])
        let written = scene.write("e1", text)
        let other = scene.write("e2", text, after: [added])
        scene.write(
            "a1",
            revokeDevice("e1", cut: [written]),
            revokeDevice("e2", cut: [other]),
            after: [written, other]
        )
        scene.write("e2", revokeDevice("e1"), closeLog("e1"), after: [added])
        #expect(scene.status(written) == "in force")
    }

    @Test func `a cut does not revive what had seen the removal`() {
        scene.write("e1", add("E", "e2"), after: [last])
        let gone = scene.write("e2", revokeDevice("e1"), after: [scene.tip("e1")])
        let written = scene.write("e1", text, after: [gone])
        scene.write("a1", revokeDevice("e1", cut: [written]), after: [written])
        #expect(scene.status(written) == "set aside")
    }

    @Test func `log.adopt: text of the stretch, never powers`() {
        scene.write("a1", revoke("W", .write), after: [last])
        let (below, inside) = (scene.write("w1", text, after: [last]), scene.write("w1", text))
        let power = scene.write("w1", permit(.publish))
        scene.write("e1", .adopt(from: 1, to: power), after: [power])
        let byWriter = scene.write("w1", .adopt(from: 0, to: below))
        #expect(scene.status(below) == "set aside")
        #expect(scene.status(inside) == "adopted")
        #expect(scene.status(power) == "set aside")
        #expect(scene.status(byWriter) == "set aside")
    }
}
