import Ledger
import Newsroom
import Signing

/// A receipt as the log tells it.
struct LoggedReceipt {
    /// The text; nil where the law took it.
    let text: [UInt8]?
    let seal: [UInt8]?
    /// The leaf of the tree.
    let leaf: Bytes32
}

extension LoggedReceipt {
    /// The receipts of one file of the log.
    ///
    /// - Throws: `CheckRefusal` where it is not made as the press makes it.
    static func all(
        in block: [UInt8],
        called name: String
    ) throws(CheckRefusal) -> [LoggedReceipt] {
        var found: [LoggedReceipt] = []
        var text: [UInt8] = []
        for line in block.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .dropLast()
        {
            if text.isEmpty, line.starts(with: "withheld ".utf8) {
                found.append(try withheld(line, name))
            } else if line.starts(with: "signature ".utf8) {
                let seal = Base64.decode(String(decoding: line.dropFirst(10), as: UTF8.self))
                found.append(LoggedReceipt(text: text, seal: seal, leaf: ReceiptTree.leaf(text)))
                text = []
            } else {
                text += line + [UInt8(ascii: "\n")]
            }
        }
        guard text.isEmpty, block.last == UInt8(ascii: "\n") else {
            throw CheckRefusal("\(name) is cut off")
        }
        return found
    }

    /// `withheld N LEAF`.
    private static func withheld(
        _ line: ArraySlice<UInt8>,
        _ name: String
    ) throws(CheckRefusal) -> LoggedReceipt {
        let words = String(decoding: line, as: UTF8.self).split(separator: " ")
        guard words.count == 3, let leaf = Bytes32(hex: words[2]) else {
            throw CheckRefusal("\(name): bad line")
        }
        return LoggedReceipt(text: nil, seal: nil, leaf: leaf)
    }
}
