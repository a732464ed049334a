import Ledger
package import Newsroom

extension PublicSite {
    /// The site that a newsroom's public history makes.
    ///
    /// - Throws: `PressError` where records contradict receipts.
    package init(
        of newsroom: Newsroom,
        at address: SiteAddress,
        theme: Theme = Theme(),
        pictures: PictureSource = .none
    ) throws(PressError) {
        let history = try PublicHistory(of: newsroom)
        self.init(
            history,
            SiteSettings(
                name: newsroom.view.name,
                address: address,
                language: newsroom.view.setting(.language) ?? "en",
                theme: theme
            ),
            newsroom.view,
            pictures
        )
    }

    init(
        _ history: PublicHistory,
        _ settings: SiteSettings,
        _ view: View,
        _ pictures: PictureSource
    ) {
        let sources = SiteSources(
            proof: { receipt in history.proof(of: receipt, in: view) },
            picture: pictures.picture,
            bytes: pictures.bytes
        )
        self.init(settings, sources: sources)
        for step in history.steps { _ = take(step.receipt, document: step.document) }
        keys = PublicKeys(history.keys, in: view)
    }
}

extension PublicKeys {
    /// The statements that the lines of a list name, read off a view.
    init(_ list: KeyList, in view: View) {
        self.list = list
        roots = (view.founding?.roots ?? []).sorted()
        let listed = Set(list.statements)
        for credential in view.credentials.values {
            let hash = digest(credential.statement.bytes)
            guard listed.contains(hash) else { continue }
            statements[hash] = (credential.statement.bytes, credential.seal)
        }
    }
}

/// The pictures that are here.
package struct PictureSource: Sendable {
    /// What a picture's first bytes tell.
    let picture: @Sendable (Bytes32) -> Picture?
    /// Its bytes.
    let bytes: @Sendable (Bytes32) -> [UInt8]?

    /// No picture.
    package static let none = PictureSource(picture: { _ in nil }, bytes: { _ in nil })
}
