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
        of counted: PublicReceipt,
        press: DeviceKey,
        offset: Int
    ) throws(PressRefusal) -> ReceiptWriting? {
        let issue = counted.issue
        guard let release = newsroom.view.drafts[issue.draft]?.releases[issue.request],
            let document = newsroom.view.document(of: issue.revision)
        else { return nil }
        let first = history.steps.first { $0.receipt.story == issue.story }?.receipt.published
        let published = first ?? WrittenTime(issue.time, offset: offset)
        let url = "\(site.text)/\(published.month)/\(issue.slug)/"
        let body = try checkedBody(of: document, slug: issue.slug, in: context(url: url))
        var proof = proof(of: release)
        proof.add(document: document)
        proof.add(body: body.bytes)
        let text = history.text(
            of: counted,
            answering: release,
            proof: proof,
            site: site,
            press: press,
            offset: offset
        )
        return ReceiptWriting(text: Array(text.utf8), body: body, url: url)
    }
}
