import Foundation
import Newsroom
import Press
import Store
import SyncProtocol

extension Desk {
    /// Makes the theme in a folder the look of the site, on every machine; `none` is the built-in one.
    ///
    /// A hash names a theme that is here already, one that the newsroom had before.
    func setTheme(_ value: String) async throws -> Answer {
        let old = await replica.newsroom.view.setting(.theme) ?? Theme.builtIn
        let theme = try theme(value)
        try await replica.commit(.setNewsroom(.theme, theme))
        let words =
            theme == Theme.builtIn
            ? "the site has its built-in look" : "the site's theme is \(theme.prefix(8))"
        return Answer(
            [
                StyledText(words),
                StyledText("`publish` writes every page again in it", .quiet),
            ],
            facts: ["theme": .string(theme)]
        ).undone(byLine: "newsroom theme \(old)")
    }

    /// What the setting says for a folder, a hash or the built-in look; a folder's theme is kept here.
    private func theme(_ value: String) throws -> String {
        guard value != Theme.builtIn else { return value }
        if let hash = Bytes32(hex: value) {
            _ = try Theme(named: hash, in: replica.media)
            return "\(hash)"
        }
        let folder = URL(filePath: value, directoryHint: .isDirectory)
        return "\(try replica.media.keep(Theme.archive(of: folder)))"
    }
}
