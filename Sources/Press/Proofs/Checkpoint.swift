import Ledger
import Newsroom

/// The head of the public log: its size and root, which the press seals (C2SP tlog-checkpoint).
struct Checkpoint: Hashable, Sendable {
    /// The log's name: `example.org/stet`.
    let origin: String
    /// The number of receipts.
    let size: Int
    /// The root of the tree of their texts.
    let root: Bytes32

    init(host: String, of tree: ReceiptTree) {
        origin = "\(host)/stet"
        size = tree.count
        root = tree.root
    }

    /// The text that is sealed.
    var text: String { "\(origin)\n\(size)\n\(root.bytes.base64)\n" }

    /// The text with its signature as a C2SP signed note.
    func note(seal: Seal, press: DeviceKey) -> String {
        let key = digest(Array("\(origin)\n".utf8) + [1] + press.bytes.bytes).bytes[..<4]
        return "\(text)\n\u{2014} \(origin) \((Array(key) + seal.bytes).base64)\n"
    }
}
