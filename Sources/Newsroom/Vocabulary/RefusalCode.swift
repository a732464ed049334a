/// Why something may not be done; the fold gives the code, the Desk the sentence (newsroom.md 11).
///
/// Raw values are the words of the plan; on the wire a code is its place in `allCases`, so new
/// codes are added at the end only.
public enum RefusalCode: String, CaseIterable, Hashable, Sendable {
    // The blockers of a release, in the order in which they are reported (newsroom.md 4.4).
    case removed, spiked, closed, erased, unsubmitted, behind, overlap, values, fields, checks, slug
    case hold, nfp, embargo, objection, gate, withheld
    // The other refusals (newsroom.md 11).
    case limit, scalar, missing, newer, genesis, invite, `self`, root, downward, key, desk, owner
    case base, parents, position, hash, unspike, contributor, same, empty, waive, theirs, lift
    case early, clearance, cancelled, superseded, state, second, readback, press, chain, erase
    case right, device, log, held
    // The press's own checks (publishing.md 1.1).
    case seal, text, markdown, picture, address
}
