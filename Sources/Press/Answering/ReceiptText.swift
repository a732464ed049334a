import Ledger
import Newsroom

/// When a story was issued, first and now.
struct ReceiptTimes {
    let issued: WrittenTime
    let published: WrittenTime
    /// When it last changed for readers before.
    let updated: WrittenTime
}

/// What a receipt says beside its place in public history.
struct ReceiptTerms {
    let story: StoryID
    let version: Int
    let url: String
    /// From `action` to `note`.
    let middle: [(String, String)]
    let times: ReceiptTimes
    let updated: WrittenTime
}

extension PressView {
    /// The text of the receipt that comes next: a function of public history and the request.
    func text(
        of terms: ReceiptTerms,
        _ event: PublicEvent,
        proof: ReceiptProof,
        press: DeviceKey
    ) -> [UInt8] {
        let previous = history.steps.last.map { digest($0.receipt.text) } ?? .zero
        let place = [
            ("newsroom", view.id?.description ?? "-"), ("site", site.text),
            ("number", String(event.number)), ("previous", previous.description),
            ("press", press.description), ("keys", history.keys.reference),
            ("story", terms.story.description), ("version", String(terms.version)),
            ("url", terms.url),
        ]
        let end = [
            ("published", terms.times.published.description),
            ("updated", terms.updated.description), ("issued", terms.times.issued.description),
            ("renderer", renderer),
            ("log", "\(history.tree.count) \(history.tree.root.bytes.base64)"),
        ]
        let fields = place + terms.middle + end
        let head = fields.reduce("stet-receipt/1\n") { $0 + "\($1.0): \($1.1)\n" }
        return Array((head + "\n" + proof.sums).utf8)
    }
}

/// What made the body: this press and the parser beneath it.
let renderer = "stet-press/1 cmark-gfm/\(MarkdownTree.parserVersion)"
