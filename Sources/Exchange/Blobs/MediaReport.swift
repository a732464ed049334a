package import Newsroom
package import SyncProtocol

/// What an exchange did with pictures.
package struct MediaReport: Sendable, Hashable {
    /// How many the hub took.
    package var sent = 0
    /// How many came from it.
    package var got = 0
    /// How many it has not taken yet.
    package var unsent = 0
    /// How many stories need that neither this machine nor the hub has.
    package var missing = 0
    /// Those that the hub gave, and that were not what their names say.
    package var spoiled: [Bytes32] = []
    /// Why it stopped before it was done; nil where it did not.
    package var failure: MediaFailure?

    /// Nothing was done.
    package init() {}
}

/// Why pictures did not go on.
package enum MediaFailure: Sendable, Hashable {
    /// The hub said no.
    case refused(SyncError)
    /// The hub was not reached.
    case unreachable
}
