package import Newsroom
package import Store
package import SyncProtocol

/// The pictures of one newsroom at a hub: parts are taken one after the other, so that two devices
/// which send the same picture help each other.
///
/// What no story needs goes after a week: pictures come before the words that name them, and words
/// may never follow.
package actor BlobShelf {
    private let replica: Replica
    private let clock: any WallClock
    private let limitBytes: Int
    /// How much is here; nil until it was counted.
    private var held: Int?
    /// When it was last looked through, in seconds.
    private var swept: Int64?

    private var media: Media { replica.media }
    private static let week: Int64 = 7 * 86_400

    /// Keeps what it is given in a replica's folder, so much at most.
    package init(_ replica: Replica, clock: any WallClock, limitBytes: Int = 256 << 30) {
        (self.replica, self.clock, self.limitBytes) = (replica, clock, limitBytes)
    }

    /// How much of a picture is here.
    package func state(of hash: Bytes32) -> BlobState {
        if let count = media.byteCount(of: hash) {
            return BlobState(byteCount: count, isWhole: true)
        }
        return BlobState(byteCount: media.part(of: hash).byteCount, isWhole: false)
    }

    /// Takes the part of a picture that begins at an offset, the last one too.
    ///
    /// - Throws: `SyncError.offset` where it is not what comes next, `.otherHash` where the whole is
    ///   another picture, `.tooLarge`, `.full`; `StoreError.disk`.
    package func take(
        _ bytes: [UInt8],
        of hash: Bytes32,
        at offset: Int,
        isLast: Bool
    ) async throws -> BlobState {
        try await sweepDaily()
        let before = state(of: hash)
        if before.isWhole { return before }
        guard offset == before.byteCount else { throw SyncError.offset }
        guard offset + bytes.count <= Media.limitBytes else { throw SyncError.tooLarge }
        let total = held ?? media.byteCountOfAll
        guard total + bytes.count <= limitBytes else { throw SyncError.full }
        let part = media.part(of: hash)
        try part.append(bytes)
        held = total + bytes.count
        guard isLast else { return state(of: hash) }
        guard try part.finish() else {
            held = nil
            throw SyncError.otherHash
        }
        return state(of: hash)
    }

    /// Drops what no story needs and what nobody went on sending, once it is a week old.
    ///
    /// Only a hub does: an editor's machine keeps pictures of drafts that nobody else can see.
    ///
    /// - Throws: `StoreError`.
    package func sweep() async throws {
        guard replica.device == nil else { return }
        let seconds = clock.now().milliseconds / 1_000
        let needed = Set(try await replica.neededMedia())
        for old in media.files(olderThan: seconds - Self.week) where !needed.contains(old) {
            try media.remove(old)
        }
        held = nil
    }

    private func sweepDaily() async throws {
        let seconds = clock.now().milliseconds / 1_000
        guard swept.map({ seconds - $0 > 86_400 }) ?? true else { return }
        swept = seconds
        try await sweep()
    }
}
