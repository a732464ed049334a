import Foundation
import GRDB
import Ledger

/// An entry's bytes as their table keeps them.
///
/// Header and signature are as they came, the payload is packed where that is shorter; what comes
/// out is byte for byte what went in.
struct StoredBytes {
    /// Payloads below this are short words that packing makes no shorter.
    private static let leastPacked = 128

    /// Header and signature.
    let header: Data
    /// The payload, packed or not.
    let payload: Data
    /// How long the payload is when it is unpacked; nil where it is not packed.
    let unpacked: Int?

    /// The columns, in the order in which `init(_:)` reads them by name.
    static let columns = "header, payload, unpacked"

    /// Splits and packs an entry.
    init(_ entry: Entry) {
        header = Data(entry.bytes[..<entry.headerLength])
        let raw = Array(entry.bytes[entry.headerLength...])
        let packed = raw.count < Self.leastPacked ? raw : deflate(raw)
        let isPacked = packed.count < raw.count
        payload = Data(isPacked ? packed : raw)
        unpacked = isPacked ? raw.count : nil
    }

    /// Reads a row.
    init(_ row: Row) {
        header = row["header"]
        payload = row["payload"]
        unpacked = row["unpacked"]
    }

    /// The entry's bytes, as they were received.
    ///
    /// - Throws: `StoreError.damaged` where the payload cannot be unpacked.
    var whole: [UInt8] {
        get throws(StoreError) {
            guard let unpacked else { return Array(header) + Array(payload) }
            guard (0...1_000_000).contains(unpacked) else { throw .damaged("a length is wrong") }
            do {
                return Array(header) + (try inflate(Array(payload), to: unpacked))
            } catch {
                throw .damaged("an entry cannot be unpacked")
            }
        }
    }
}
