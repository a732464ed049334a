import Ledger
import Newsroom

/// The body of a message: a control part in JSON, then frames of entries (ledger.md 7.3).
package enum MessageBody {
    /// Packed bytes in one body at most.
    package static let limitBytes = 4_194_304 + 4_194_304 + 4
    static let limitControl = 4_194_304

    static func encode(_ control: JSONText, _ entries: [Entry]) -> [UInt8] {
        let text = Array(control.description.utf8)
        let length = (0..<4).map { UInt8(truncatingIfNeeded: text.count >> (8 * (3 - $0))) }
        return length + text + Frames.encode(entries)
    }

    static func decode(_ bytes: [UInt8]) throws(SyncError) -> (JSONText, [[UInt8]]) {
        guard bytes.count >= 4 else { throw .malformed }
        let length = bytes[..<4].reduce(0) { $0 << 8 | Int($1) }
        guard length <= limitControl, length <= bytes.count - 4 else { throw .malformed }
        let control = try JSONText(parsing: Array(bytes[4..<(4 + length)]))
        do {
            return (control, try Frames.decode(Array(bytes[(4 + length)...])))
        } catch {
            throw .malformed
        }
    }
}
