package import Newsroom

/// What a client's side of sync is told.
package enum SyncInput: Sendable, Hashable {
    /// Begin, or try again now.
    case start
    /// The hub answered an exchange.
    case replied(ReplyFacts)
    /// The hub refused, with its code and, where it says so, after how many seconds to ask again.
    case refused(SyncError, retryAfter: Int?)
    /// No answer, or one that is not ours; `jitter` is a random number of -30 to 30 percent.
    case failed(jitter: Int)
    /// The reply was stored.
    case stored(StoredFacts)
    /// Something was written here.
    case changed
    /// The hub says that something arrived there.
    case hinted
    /// The hub told along what arrived; nothing was asked.
    case brought(ReplyFacts)
    /// The time that was asked for is up.
    case timer
    /// Live events ended, or waiting failed.
    case eventsEnded
    /// The hub had nothing to say while it was waited for.
    case heardNothing
    /// Leave it.
    case stop
}

/// What a reply says that decides how to go on.
package struct ReplyFacts: Sendable, Hashable {
    /// Whether there is more to ask for.
    package var more = false
    /// Whether it answered a comparison.
    package var comparesHeads = false
    /// Whether it brought or took anything, or moved the cursor.
    package var isProgress = true
    /// Causes of pushed entries that the hub lacks.
    package var missing: [EntryID] = []

    /// Makes the facts of a reply that ends an exchange.
    package init() {}
}

/// What the store holds once a reply is in it.
package struct StoredFacts: Sendable, Hashable {
    /// Entries that the hub has not acknowledged and did not refuse.
    package var outbox = 0
    /// Entries that wait for their past.
    package var pending = 0
    /// Whether the hub showed a root that is not ours.
    package var rootDiffers = false
    /// Stretches that a comparison showed to be missing here.
    package var wants: [Want] = []

    /// Makes the facts of a store that has nothing left to say.
    package init() {}
}

/// What the driver has to do, in order.
package enum SyncOutput: Sendable, Hashable {
    /// Push the outbox, these entries first, and pull from the cursor.
    case exchange(first: [EntryID])
    /// Push nothing, and compare heads.
    case compare
    /// Push nothing, and fetch stretches.
    case fetch([Want])
    /// Store entries, marks and cursor of the last reply.
    case store
    /// Store what a comparison says, and plan what is wanted.
    case reconcile
    /// Keep the hub's time as this hub's clock.
    case keepClock
    /// Forget what the hub is said to have.
    case clearMarks
    /// Listen to live events.
    case openEvents
    /// Ask the hub to answer once it has something to say.
    case poll
    /// Listen no more.
    case closeEvents
    /// Call again after so many milliseconds.
    case wake(milliseconds: Int)
    /// Tell how it stands.
    case report(SyncStanding)
}

/// How a replica stands to a hub.
package enum SyncStanding: Sendable, Hashable {
    /// Both hold the same, and both know it.
    case synced
    /// Something is only here, or waits for its past.
    case behind(outbox: Int, pending: Int)
    /// The hub shows other heads than it gives: it withholds, or keeps another history.
    case hubDiffers
    /// The hub goes on answering and brings nothing.
    case hubStalls
    /// The hub refused for good.
    case refused(SyncError)
}
