import Foundation
@unsafe @preconcurrency import Glibc

/// The marker's file, open for as long as the newsroom is.
final class MarkerFile: Sendable {
    private let descriptor: Int32
    private let place: off_t

    /// Reads the marker; nil where there is none, or none that makes sense.
    static func read(_ url: URL) -> RestoreMarker? {
        guard let file = try? FileHandle(forReadingFrom: url),
            let bytes = try? file.read(upToCount: 1_024)
        else { return nil }
        return RestoreMarker(parsing: String(decoding: bytes, as: UTF8.self))
    }

    /// Replaces the file as a whole.
    static func write(_ marker: RestoreMarker, to url: URL) throws(StoreError) {
        try SafeFile(url).write(Array(marker.text.utf8), mode: 0o600)
    }

    /// Writes the marker, and keeps the file open for `note`.
    init(_ marker: RestoreMarker, at url: URL) throws(StoreError) {
        try Self.write(marker, to: url)
        descriptor = unsafe open(url.path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .disk(failingWith: errno) }
        place = off_t(marker.text.utf8.count - RestoreMarker.placeOfLastFromEnd)
    }

    deinit { close(descriptor) }

    /// Overwrites the newest place without forcing it to disk: it may lag, and never leads.
    func note(_ last: UInt64) {
        let digits = Array(RestoreMarker.digits(last).utf8)
        unsafe pwrite(descriptor, digits, digits.count, place)
    }
}
