import Ledger
package import Newsroom

/// All that rendering reads: the settings, and the stories that public history makes.
package struct PublicSite: Sendable {
    /// What the newsroom is called.
    package let name: String
    /// Where the site is.
    package let address: SiteAddress
    /// The language of the site.
    let language: String
    /// The public history.
    let history: PublicHistory
    /// The stories, in the order of first issues.
    package let stories: [PublicStory]
    /// The newsroom's state, for the statements behind the receipts.
    let view: View

    /// Reads what is public.
    ///
    /// - Throws: `PressError`.
    package init(of newsroom: Newsroom, at address: SiteAddress) throws(PressError) {
        let history = try PublicHistory(of: newsroom)
        let view = newsroom.view
        name = view.name
        language = view.setting(.language) ?? "en"
        self.address = address
        self.history = history
        self.view = view
        var byStory: [StoryID: [Receipt]] = [:]
        var order: [StoryID] = []
        for receipt in history.receipts {
            if byStory[receipt.issue.story] == nil { order.append(receipt.issue.story) }
            byStory[receipt.issue.story, default: []].append(receipt)
        }
        stories = order.enumerated().compactMap { ordinal, id in
            guard let receipts = byStory[id], let newest = receipts.last,
                let document = view.document(of: newest.issue.revision)
            else { return nil }
            return PublicStory(
                id: id,
                ordinal: ordinal,
                receipts: receipts,
                document: document,
                body: HTML(trusted: newest.record.body)
            )
        }
    }

    /// Who names the stories in `tag:` addresses, for ever: the first receipt's host and year.
    var authority: String {
        guard let first = history.receipts.first else { return "\(address.host),1970" }
        let host = (first.fields["site"] ?? "").split(separator: "/").last.map { String($0) }
        let name = (host ?? address.host).split(separator: ":").first.map { String($0) }
        return "\(name ?? address.host),\(padded(first.issued.local.year, to: 4))"
    }

    /// A story's id in feeds, for ever (F1, F2).
    func identifier(of story: PublicStory) -> String { "tag:\(authority):story/\(story.id)" }

    /// The newest time at which anything changed for readers.
    var updated: WrittenTime? { stories.map(\.updated).max() }
}
