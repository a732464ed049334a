import Ledger
import Newsroom

/// What the press writes down of a receipt, before it is sealed.
struct ReceiptWriting {
    let text: [UInt8]
    let body: HTML
    let url: String
}

extension PressView {
    /// The text and the body of a receipt that counts; nil where what it answers is not here.
    ///
    /// - Throws: the refusal that should have come instead.
    func record(
        of event: PublicEvent,
        press: DeviceKey,
        offset: Int
    ) throws(PressRefusal) -> ReceiptWriting? {
        switch event.content {
        case .issue(let issue): try record(issue, event, press, offset)
        case .change(let change): record(change, event, press, offset)
        }
    }

    private func record(
        _ issue: ReceiptIssue,
        _ event: PublicEvent,
        _ press: DeviceKey,
        _ offset: Int
    ) throws(PressRefusal) -> ReceiptWriting? {
        guard let release = view.drafts[issue.draft]?.releases[issue.request],
            let document = view.document(of: issue.revision)
        else { return nil }
        let times = times(of: issue.story, event, offset)
        let url = "\(site.text)/\(times.published.month)/\(issue.slug)/"
        let body = try checkedBody(of: document, slug: issue.slug, in: context(url: url))
        var proof = ReceiptProof(of: release, in: view)
        proof.add(document: document)
        proof.add(body: body.bytes)
        let asked = release.statement.fields
        let isRefile = asked["kind"] == "refile"
        let copied = ["draft", "kind", "content", "replaces", "gates", "emergency"].map {
            ($0, asked[$0] ?? "-")
        }
        let terms = ReceiptTerms(
            story: issue.story,
            version: issue.version,
            url: url,
            middle: [("action", "issued")] + copied + [
                ("status", "live"),
                ("note", document.fields[.note].map { escaped($0) } ?? "-"),
            ],
            times: times,
            updated: isRefile ? times.updated : times.issued
        )
        let text = text(of: terms, event, proof: proof, press: press)
        return ReceiptWriting(text: text, body: body, url: url)
    }

    private func record(
        _ change: ReceiptStatus,
        _ event: PublicEvent,
        _ press: DeviceKey,
        _ offset: Int
    ) -> ReceiptWriting? {
        let issued = history.steps.last { $0.receipt.story == change.story && $0.document != nil }
        guard let issued, let document = issued.document,
            let last = history.steps.last(where: { $0.receipt.story == change.story })?.receipt,
            var proof = ReceiptProof(of: change, in: view)
        else { return nil }
        let isShown = change.change == .restored || change.change == .dropped
        var body = issued.receipt.body
        if isShown { proof.add(document: document) } else { body = notice(change.note) }
        if !body.bytes.isEmpty { proof.add(body: body.bytes) }
        let content = digest(document.bytes).description
        let times = times(of: change.story, event, offset)
        let status =
            change.change == .dropped ? last.fields["status"] ?? "live" : change.change.status
        let note = change.change == .dropped || change.note.isEmpty ? "-" : escaped(change.note)
        let terms = ReceiptTerms(
            story: change.story,
            version: last.version,
            url: last.url,
            middle: [
                ("action", change.change.word), ("content", isShown ? content : "none"),
                ("replaces", content), ("status", status), ("note", note),
            ],
            times: times,
            updated: times.issued
        )
        let text = text(of: terms, event, proof: proof, press: press)
        return ReceiptWriting(text: text, body: body, url: last.url)
    }

    /// What stands in the place of a text that is not out.
    private func notice(_ note: String) -> HTML {
        var markup = Markup()
        guard !note.isEmpty else { return markup.html }
        markup.raw("<p>")
        markup.lines(note)
        markup.raw("</p>\n")
        return markup.html
    }

    private func times(of story: StoryID, _ event: PublicEvent, _ offset: Int) -> ReceiptTimes {
        let issued = WrittenTime(event.time, offset: offset)
        let before = history.steps.last { $0.receipt.story == story }?.receipt
        return ReceiptTimes(
            issued: issued,
            published: before?.published ?? issued,
            updated: before?.updated ?? issued
        )
    }
}

extension PublicChange {
    /// The word in a receipt: `withheld`.
    var word: String {
        switch self {
        case .withheld: "withheld"
        case .restored: "restored"
        case .withdrawn: "withdrawn"
        case .removed: "removed"
        case .dropped: "dropped"
        }
    }

    /// The status after it.
    fileprivate var status: String { self == .restored ? "live" : word }
}
