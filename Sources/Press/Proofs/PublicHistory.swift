import Ledger
package import Newsroom
import Signing

/// Everything that is public, as the ledger tells it: the receipts that count with their records,
/// in order, and the press's list of keys.
package struct PublicHistory: Sendable {
    /// A receipt with what it published.
    struct Step: Sendable {
        let operation: OperationID
        let receipt: Receipt
        /// The document that it issued; nil where it changed the status alone.
        let document: CanonicalDocument?
    }

    /// The steps whose records are here, from number 0 on without a gap.
    private(set) var steps: [Step] = []
    /// The receipts that count and whose records are not here yet.
    private(set) var unrecorded: [PublicReceipt] = []
    /// The list of keys.
    private(set) var keys = KeyList()
    /// The tree over the receipts' texts.
    private(set) var tree = ReceiptTree()

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
            guard let step = Self.step(counted, record, newsroom.view),
                isNext(step, in: newsroom)
            else { throw .badRecord(number: counted.number) }
            steps.append(step)
            tree.append(record.text)
        }
    }

    /// The proof of a receipt, without the content.
    func proof(of receipt: Receipt, in view: View) -> ReceiptProof? {
        guard receipt.number < steps.count,
            let entry = view.stories[receipt.story]?.receipts[receipt.number],
            let release = view.drafts[entry.issue.draft]?.releases[entry.issue.request]
        else { return nil }
        return ReceiptProof(of: release, in: view)
    }

    /// A receipt joined with its record; nil where they contradict each other.
    private static func step(
        _ counted: PublicReceipt,
        _ record: ReceiptRecord,
        _ view: View
    ) -> Step? {
        let issue = counted.issue
        let receipt = Receipt(
            text: record.text,
            seal: record.seal,
            checkpointSeal: record.checkpointSeal,
            body: record.body
        )
        guard let receipt, receipt.number == counted.number, receipt.story == issue.story,
            receipt.version == issue.version, receipt.slug == issue.slug.description,
            receipt.fields["content"] == issue.hash.description,
            receipt.issued.moment == issue.time, record.story == issue.story,
            let document = view.revisions[issue.revision]?.document
        else { return nil }
        return Step(operation: counted.operation, receipt: receipt, document: document)
    }

    /// Whether a step continues the chain and carries its press's seal.
    private func isNext(_ step: Step, in newsroom: Newsroom) -> Bool {
        let receipt = step.receipt
        let previous = steps.last.map { digest($0.receipt.text) } ?? .zero
        let log = "\(tree.count) \(tree.root.bytes.base64)"
        let device = newsroom.entry(step.operation.entry)?.device
        guard let device, receipt.press == device,
            receipt.fields["newsroom"] == newsroom.view.id?.description,
            receipt.fields["previous"] == previous.description, receipt.fields["log"] == log
        else { return false }
        return isSignature(receipt.seal.bytes, of: receipt.text, by: device.bytes.bytes)
    }
}

/// The record operations in force.
private struct Records {
    var receipts: [OperationID: ReceiptRecord] = [:]
    var keys: [KeysRecord] = []

    /// Reads them off all entries; the press's own order is the order of lamport numbers.
    init(of newsroom: Newsroom) {
        var lines: [(lamport: UInt64, record: KeysRecord)] = []
        for entry in newsroom.history {
            for (index, operation) in entry.operations.enumerated() {
                guard operation.isRecord,
                    newsroom.status(of: OperationID(entry.id, index)) == .inForce
                else { continue }
                if case .recordReceipt(let record) = operation, receipts[record.receipt] == nil {
                    receipts[record.receipt] = record
                }
                if case .recordKeys(let record) = operation {
                    lines.append((entry.lamport, record))
                }
            }
        }
        keys = lines.sorted { $0.lamport < $1.lamport }.map(\.record)
    }
}

extension Operation {
    fileprivate var isRecord: Bool {
        switch self {
        case .recordReceipt, .recordKeys: true
        default: false
        }
    }
}
