import Foundation
import GRDB
@unsafe @preconcurrency import Glibc
import Ledger
import Newsroom

/// Whether a folder went on living, or was restored or copied since it was last open.
package enum Life: Sendable, Hashable {
    /// It is as it was left.
    case continued
    /// It is another machine's, or an older state of itself.
    case restored

    /// What to tell people; nil where there is nothing to tell.
    package var sentence: String? {
        switch self {
        case .continued: nil
        case .restored:
            "This folder was restored or copied. Nothing is lost; this device continues as a new log."
        }
    }
}

/// Decides at each opening whether the database goes on, and takes a new incarnation where not.
struct LifeKeeper {
    let folder: NewsroomFolder
    let facts: Facts
    let surroundings: Surroundings

    /// Compares marker and database, draws a new token, and says what was found.
    ///
    /// `last` finds the newest place of the log of an incarnation.
    ///
    /// - Throws: `StoreError`.
    func begin(last: (UInt64) throws -> UInt64?) throws -> (life: Life, marker: RestoreMarker) {
        guard let incarnation = try facts.number("incarnation") else {
            throw StoreError.damaged("it has no name")
        }
        let token = try facts.bytes("token")
        if token == nil { try beBorn() }
        let found = try marker(incarnation, tokens: token.map { [$0] } ?? [], last(incarnation))
        let isSame = MarkerFile.read(folder.marker)?.isContinued(by: found) == true
        if isSame || token == nil { return (.continued, try renew(found)) }
        return (.restored, try takeNewLife(after: found, reason: .restored))
    }

    /// Starts a new incarnation, and a new epoch for those who read this database as a hub's.
    func takeNewLife(
        after old: RestoreMarker,
        reason: LogOpeningReason
    ) throws -> RestoreMarker {
        var new = old
        try beBorn()
        new.birth = try Self.birth(of: folder)
        new.incarnation = number(surroundings.random.bytes(8))
        new.last = nil
        return try renew(
            new,
            besides: [
                "incarnation": bytes(of: new.incarnation), "epoch": surroundings.random.bytes(16),
                "opening": [reason.rawValue],
            ]
        )
    }

    /// Writes both tokens, commits the new one, writes the new one alone: whatever a power cut
    /// leaves, marker and database share a token.
    private func renew(
        _ marker: RestoreMarker,
        besides changes: [String: [UInt8]] = [:]
    ) throws -> RestoreMarker {
        var marker = marker
        let token = surroundings.random.bytes(16)
        marker.tokens.append(token)
        try MarkerFile.write(marker, to: folder.marker)
        try facts.set(changes.merging(["token": token]) { $1 })
        marker.tokens = [token]
        return marker
    }

    /// Makes the file whose time of making no copy shares.
    private func beBorn() throws(StoreError) {
        try? FileManager.default.removeItem(at: folder.birth)
        try SafeFile(folder.birth).write([], mode: 0o600)
    }

    /// When that file was made or touched last, in nanoseconds; 0 where there is none.
    private static func birth(of folder: NewsroomFolder) throws(StoreError) -> UInt64 {
        var status = stat()
        guard unsafe stat(folder.birth.path, &status) == 0 else { return 0 }
        return UInt64(status.st_ctim.tv_sec) * 1_000_000_000 + UInt64(status.st_ctim.tv_nsec)
    }

    private func marker(
        _ incarnation: UInt64,
        tokens: [[UInt8]],
        _ last: UInt64?
    ) throws(StoreError) -> RestoreMarker {
        let birth = try Self.birth(of: folder)
        var status = stat()
        guard unsafe stat(folder.database.path, &status) == 0 else {
            throw .disk(failingWith: errno)
        }
        return RestoreMarker(
            incarnation: incarnation,
            tokens: tokens,
            machine: surroundings.machine,
            inode: UInt64(status.st_ino),
            birth: birth,
            last: last
        )
    }
}

func number(_ bytes: [UInt8]) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
