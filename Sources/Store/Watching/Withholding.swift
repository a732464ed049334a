package import Newsroom

/// A hub that kept entries back, although it had them: a colleague's log says so, and they came
/// another way (ledger.md 7.6; the best any untrusted server can be held to: SUNDR, OSDI 2004).
package struct Withholding: Sendable, Hashable {
    /// The hub's address.
    package let url: String
    /// The entry that says that the hub has everything in its past.
    package let witness: EntryID
    /// The device that wrote it.
    package let label: String
    /// How many entries of that past the hub had and did not give.
    package let count: Int

    /// What to tell people.
    package var sentence: String {
        let changes = count == 1 ? "1 change" : "\(count) changes"
        return "The hub \(url) hides \(changes) that \(label) saw there. Nothing is lost: they "
            + "came another way. Ask whoever runs the hub."
    }
}
