import Newsroom
import Testing

/// The rows of ledger.md 5.5 and 6 on logs with two histories, each with the name of its row.
struct `Fork row` {
    private let scene = AuthorityScene()
    private var last: EntryID { scene.last }

    @Test func `effect: permissive operations are held, text and what restricts go on counting`() {
        let base = scene.write("e1", text, after: [last])
        let left = scene.write(
            "e1",
            text,
            permit(.clearing(.desk)),
            objection(.clearing(.desk))
        )
        let right = scene.write("e1", text, permit(.clearing(.legal)), behind: base)
        let fresh = scene.write("e1", permit(.clearing(.desk)), after: [left, right], log: 1)
        for entry in [base, left, right, fresh] { #expect(scene.status(entry) == "in force") }
        #expect(scene.status(left, 1) == "held" && scene.status(right, 1) == "held")
        #expect(scene.status(left, 2) == "in force")
    }

    @Test func `clearance on a forked log; log.close naming one branch`() {
        let base = scene.write("e1", text, after: [last])
        let left = scene.write("e1", permit(.clearing(.desk)))
        let right = scene.write("e1", text, behind: base)
        scene.write("a1", closeLog("e1", cut: [left]), after: [left, right])
        #expect(scene.status(left) == "in force")
        #expect(scene.status(right) == "set aside")
    }

    @Test func `exception: naming both branches picks their stem`() {
        let base = scene.write("e1", permit(.clearing(.desk)), after: [last])
        let left = scene.write("e1", permit(.clearing(.desk)), text)
        let right = scene.write("e1", text, behind: base)
        scene.write("a1", revokeDevice("e1", cut: [left, right]), after: [left, right])
        #expect(scene.status(base) == "in force")
        #expect(scene.status(left) == "held" && scene.status(left, 1) == "in force")
        #expect(scene.status(right) == "in force")
    }

    @Test func `exception: only the topmost head that a cut names counts`() {
        let base = scene.write("e1", permit(.clearing(.desk)), after: [last])
        let top = scene.write("e1", permit(.clearing(.legal)))
        scene.write("a1", revokeDevice("e1", cut: [base, top]), after: [top])
        scene.write("e1", text, behind: base)
        #expect(scene.status(base) == "in force" && scene.status(top) == "in force")
    }

    @Test func `exception: a frozen admin removes, but his cut does not vouch`() {
        let base = scene.write("e1", text, after: [last])
        let left = scene.write("e1", permit(.clearing(.desk)))
        let right = scene.write("e1", text, behind: base)
        scene.write("b1", freeze("A"), after: [last])
        let removal = scene.write("a1", revokeDevice("e1", cut: [left]), after: [left, right])
        #expect(scene.status(removal) == "in force")
        #expect(scene.status(left) == "held")
        #expect(scene.status(right) == "set aside")
    }

    @Test func `admin's log forked: grants above the fork are held, removals are not`() {
        let base = scene.write("a1", grant("W", .edit), after: [last])
        let granted = scene.write("a1", grant("W", .publish))
        let removal = scene.write("a1", revoke("E", .write))
        scene.write("a1", text, behind: base)
        let written = scene.write("e1", text, after: [last])
        #expect(scene.status(base) == "in force")
        #expect(scene.status(granted) == "held")
        #expect(scene.status(removal) == "in force")
        #expect(scene.status(written) == "set aside")
        scene.write("r0", closeLog("a1", cut: [removal]), after: [removal])
        #expect(scene.status(granted) == "in force")
    }

    @Test func `a held claim still makes a key ambiguous`() {
        let held = scene.write("a1", add("W", "x1"), after: [last])
        let other = scene.write("b1", add("E", "x1"), after: [last])
        let written = scene.write("x1", text, after: [held, other])
        scene.write("a1", text, behind: last)
        #expect(scene.status(held) == "held")
        #expect(scene.status(other) == "in force")
        #expect(scene.status(written) == "set aside")
    }

    @Test func `a press's log forks: its receipts on the fork are held`() {
        let one = scene.write("p1", receipt, after: [last])
        let left = scene.write("p1", receipt)
        let right = scene.write("p1", receipt, behind: one)
        #expect(scene.status(one) == "in force")
        #expect(scene.status(left) == "held" && scene.status(right) == "held")
    }

    @Test func `recover: a closed log ends, and the device goes on in a new one`() {
        let before = scene.write("e1", text, after: [last])
        scene.write("e1", text, closeLog("e1"), after: [before], log: 1)
        let late = scene.write("e1", text)
        let fresh = scene.write("e1", text, log: 1)
        #expect(scene.status(before) == "in force")
        #expect(scene.status(late) == "set aside")
        #expect(scene.status(fresh) == "in force")
    }
}
