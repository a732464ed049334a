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
        let settings = SiteSettings(of: newsroom.view, at: address, theme: theme)
        self.init(try PublicHistory(of: newsroom), settings, newsroom.view, pictures)
    }

    /// The site that the first receipts of a history make.
    init(
        _ history: PublicHistory,
        first count: Int = .max,
        _ settings: SiteSettings,
        _ view: View,
        _ pictures: PictureSource
    ) {
        let sources = SiteSources(
            proof: { receipt in history.proof(of: receipt, in: view) },
            picture: { pictures.picture($0) },
            bytes: pictures.bytes
        )
        self.init(settings, sources: sources)
        for step in history.steps.prefix(count) { _ = take(step.receipt, document: step.document) }
        keys = PublicKeys(history.keys, in: view)
    }
}

extension SiteSettings {
    /// The settings as a newsroom has them.
    init(of view: View, at address: SiteAddress, theme: Theme) {
        let language = view.setting(.language) ?? "en"
        self.init(name: view.name, address: address, language: language, theme: theme)
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
