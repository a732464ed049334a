import Ledger
import Signing

// An archive is believed without being folded again, so that a flipped bit on the disk must not pass
// for what was written.

/// Bytes with eight of their digest behind them.
func sealed(_ bytes: [UInt8]) -> [UInt8] { bytes + sha256(bytes)[..<8] }

/// The bytes that `sealed` was given.
///
/// - Throws: `ArchiveError` where they are not any more what was written.
func unsealed(_ bytes: [UInt8]) throws(ArchiveError) -> [UInt8] {
    guard bytes.count >= 8 else { throw ArchiveError() }
    let content = Array(bytes.dropLast(8))
    guard sha256(content)[..<8].elementsEqual(bytes.suffix(8)) else { throw ArchiveError() }
    return content
}
