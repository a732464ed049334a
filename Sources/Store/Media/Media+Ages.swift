import Foundation
package import Newsroom

extension Media {
    /// How many bytes all files have, those that are still on their way too.
    package var byteCountOfAll: Int {
        let whole = names().reduce(0) { $0 + (byteCount(of: $1) ?? 0) }
        return partNames().reduce(whole) { $0 + part(of: $1).byteCount }
    }

    /// The files, whole or on their way, to which nothing came since a time in seconds after 1970.
    package func files(olderThan seconds: Int64) -> [Bytes32] {
        let whole = names().filter {
            MediaPart.modified(of: url(of: $0)).map { $0 < seconds } ?? false
        }
        let parts = partNames().filter { part(of: $0).modified.map { $0 < seconds } ?? false }
        return whole + parts
    }
}
