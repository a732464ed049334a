import Ledger
package import Newsroom
import Signing

/// Everything that is public, as the ledger tells it: the receipts that count with their records,
/// in order, and the press's list of keys.
package struct PublicHistory: Sendable {
    /// The receipts whose records are here, from number 0 on without a gap.
    package private(set) var receipts: [Receipt] = []
    /// The receipts that count and whose records are not here yet.
    package private(set) var unrecorded: [PublicReceipt] = []
    /// The list of keys.
    package private(set) var keys = KeyList()
    /// The tree over the receipts' texts.
    package private(set) var tree = ReceiptTree()

    /// Reads the public history of a newsroom.
    ///
    /// - Throws: `PressError.badRecord` where a record contradicts its receipt or the chain,
    ///   `PressError.badKeyList`.
    package init(of newsroom: Newsroom) throws(PressError) {
        let records = Records(of: newsroom)
        for lines in records.keys {
            keys.append(lines.lines)
            keys.seal = lines.seal
        }
        for counted in newsroom.view.publicHistory {
            guard unrecorded.isEmpty, let record = records.receipts[counted.operation] else {
                unrecorded.append(counted)
                continue
            }
            guard let receipt = Receipt(counted, record), isNext(receipt, in: newsroom) else {
                throw .badRecord(number: counted.number)
            }
            receipts.append(receipt)
            tree.append(record.text)
        }
    }

    /// Whether a receipt continues the chain, carries its press's seal, and says what it counts for.
    private func isNext(_ receipt: Receipt, in newsroom: Newsroom) -> Bool {
        let previous = receipts.last.map { digest($0.record.text) } ?? .zero
        let log = "\(tree.count) \(tree.root.bytes.base64)"
        let device = newsroom.operation(receipt.counted.operation)?.device
        guard let device, receipt.press == device,
            receipt.fields["newsroom"] == newsroom.view.id?.description,
            receipt.fields["previous"] == previous.description, receipt.fields["log"] == log
        else { return false }
        return isSignature(
            receipt.record.seal.bytes,
            of: receipt.record.text,
            by: device.bytes.bytes
        )
    }
}

/// The record operations in force.
private struct Records {
    var receipts: [OperationID: ReceiptRecord] = [:]
    var keys: [KeysRecord] = []

    /// Reads them off all entries; the press's own order is the order of lamport numbers.
    init(of newsroom: Newsroom) {
        var lines: [(lamport: UInt64, record: KeysRecord)] = []
        for done in newsroom.operations where done.status == .inForce {
            switch done.operation {
            case .recordReceipt(let record):
                if receipts[record.receipt] == nil { receipts[record.receipt] = record }
            case .recordKeys(let record): lines.append((done.lamport, record))
            default: continue
            }
        }
        keys = lines.sorted { $0.lamport < $1.lamport }.map(\.record)
    }
}
