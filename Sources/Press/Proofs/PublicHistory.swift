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
    private(set) var unrecorded: [PublicEvent] = []
    /// The operations behind the steps.
    private var events: [PublicEvent] = []
    /// The list of keys.
    private(set) var keys = KeyList()
    /// The tree over the receipts' texts.
    private(set) var tree = ReceiptTree()

    /// Reads the public history of a newsroom, going on from what was read of it before.
    ///
    /// - Throws: `PressError.badRecord` where a record contradicts its receipt or the chain,
    ///   `PressError.badKeyList`.
    package init(of newsroom: Newsroom, after known: PublicHistory? = nil) throws(PressError) {
        let records = Records(of: newsroom)
        let all = newsroom.view.publicEvents
        if let known, known.isBeginning(of: all, records) {
            (steps, events, tree) = (known.steps, known.events, known.tree)
        }
        for lines in records.keys {
            keys.append(lines.lines)
            keys.seal = lines.seal
        }
        for event in all.dropFirst(steps.count) {
            guard unrecorded.isEmpty, let record = records.receipts[event.operation] else {
                unrecorded.append(event)
                continue
            }
            guard let step = step(event, record, newsroom.view), isNext(step, in: newsroom) else {
                throw .badRecord(number: event.number)
            }
            steps.append(step)
            events.append(event)
            tree.append(record.text)
        }
    }

    /// Whether its steps are still the first ones, with the same records.
    private func isBeginning(of all: [PublicEvent], _ records: Records) -> Bool {
        steps.count <= all.count
            && zip(steps, all).allSatisfy { step, event in
                step.operation == event.operation
                    && records.receipts[event.operation]?.text == step.receipt.text
            }
    }

    /// The proof of a receipt, without the content.
    func proof(of receipt: Receipt, in view: View) -> ReceiptProof? {
        guard events.indices.contains(receipt.number) else { return nil }
        switch events[receipt.number].content {
        case .issue(let issue):
            return view.drafts[issue.draft]?.releases[issue.request]
                .map { ReceiptProof(of: $0, in: view) }
        case .change(let change):
            let text = String(decoding: receipt.text, as: UTF8.self)
            return ReceiptProof(of: change, listing: text, in: view)
        }
    }

    /// A receipt joined with its record; nil where they contradict each other.
    private func step(_ event: PublicEvent, _ record: ReceiptRecord, _ view: View) -> Step? {
        let read = Receipt(
            text: record.text,
            seal: record.seal,
            checkpointSeal: record.checkpointSeal,
            body: record.body
        )
        guard var receipt = read, receipt.number == event.number, receipt.story == record.story,
            receipt.issued.moment == event.time
        else { return nil }
        switch event.content {
        case .issue(let issue):
            guard receipt.story == issue.story, receipt.action == .issued,
                receipt.version == issue.version, receipt.slug == issue.slug.description,
                receipt.fields["content"] == issue.hash.description,
                let document = view.document(of: issue.revision)
            else { return nil }
            return Step(operation: event.operation, receipt: receipt, document: document)
        case .change(let change):
            guard receipt.story == change.story, receipt.action.rawValue == change.change.word
            else { return nil }
            let dropped = view.stories[change.story]?.drops[change.request]?.act.receipt
            receipt.drops = dropped.flatMap { operation in
                events.first { $0.operation == operation }?.number
            }
            return Step(operation: event.operation, receipt: receipt, document: nil)
        }
    }

    /// Whether a step continues the chain and carries its press's seal.
    private func isNext(_ step: Step, in newsroom: Newsroom) -> Bool {
        let receipt = step.receipt
        let previous = steps.last.map { digest($0.receipt.text) } ?? .zero
        let log = "\(tree.count) \(tree.root.bytes.base64)"
        let device = newsroom.operation(step.operation)?.device
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

    /// Reads them off all operations; the press's own order is the order of lamport numbers.
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
