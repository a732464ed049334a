import Ledger
import Newsroom

extension PublicHistory {
    /// The text of the receipt that comes next: a function of public history and the release.
    func text(
        of counted: PublicReceipt,
        answering release: Release,
        proof: ReceiptProof,
        site: SiteAddress,
        press: DeviceKey,
        offset: Int
    ) -> String {
        let issue = counted.issue
        let asked = release.statement.fields
        let issued = WrittenTime(issue.time, offset: offset)
        let before = steps.map(\.receipt).filter { $0.story == issue.story }
        let published = before.first?.published ?? issued
        let isRefile = asked["kind"] == "refile"
        let updated = isRefile ? before.last?.updated ?? issued : issued
        let previous = steps.last.map { digest($0.receipt.text) } ?? .zero
        let copied = ["draft", "kind", "content", "replaces", "gates", "emergency"].map {
            ($0, asked[$0] ?? "-")
        }
        let fields =
            [
                ("newsroom", asked["newsroom"] ?? "-"), ("site", site.text),
                ("number", String(issue.number)), ("previous", previous.description),
                ("press", press.description), ("keys", keys.reference),
                ("story", issue.story.description), ("version", String(issue.version)),
                ("url", "\(site.text)/\(published.month)/\(issue.slug)/"), ("action", "issued"),
            ] + copied + [
                ("status", "live"), ("note", proof.note),
                ("published", published.description), ("updated", updated.description),
                ("issued", issued.description), ("renderer", renderer),
                ("log", "\(tree.count) \(tree.root.bytes.base64)"),
            ]
        let head = fields.reduce("stet-receipt/1\n") { $0 + "\($1.0): \($1.1)\n" }
        return head + "\n" + proof.sums
    }
}

/// What made the body: this press and the parser beneath it.
let renderer = "stet-press/1 cmark-gfm/\(MarkdownTree.parserVersion)"
