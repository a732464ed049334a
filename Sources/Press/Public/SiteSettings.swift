import Ledger
import Newsroom

/// The settings of a site.
package struct SiteSettings: Sendable {
    /// What the newsroom is called.
    package let name: String
    /// Where the site is.
    package let address: SiteAddress
    /// The language of the pages that are no story.
    let language: Language
    /// How it looks.
    let theme: Theme
    /// The files that its pages use.
    let assets: Assets

    /// Takes what the newsroom is called, where its site is, and in which language.
    package init(name: String, address: SiteAddress, language: String, theme: Theme = Theme()) {
        self.name = name
        self.address = address
        self.language = Language(language)
        self.theme = theme
        assets = Assets(of: theme)
    }

    /// A hash of everything that the settings put into files.
    var fingerprint: Bytes32 {
        let parts = [name, address.text, language.tag, theme.fingerprint.description]
        return digest(Array(parts.joined(separator: "\n").utf8))
    }

    /// The words of pages that are no story.
    var words: Words { words(in: language) }

    /// The words of a language, with the theme's own.
    func words(in language: Language) -> Words {
        let words = Words.of(language)
        return theme.labels[language.primary].map { words.replacing($0) } ?? words
    }

    /// The address of a path.
    func url(_ path: String) -> String { "\(address.text)/\(path.pathEscaped)" }
}

/// What rendering asks for beyond receipts, when it needs it.
package struct SiteSources: Sendable {
    /// The texts and seals that prove a receipt.
    let proof: @Sendable (Receipt) -> ReceiptProof?
    /// A picture that is here.
    let picture: @Sendable (Bytes32) -> Picture?
    /// A picture's bytes.
    let bytes: @Sendable (Bytes32) -> [UInt8]?

    /// No proofs, no pictures.
    package static let none = SiteSources(
        proof: { _ in nil },
        picture: { _ in nil },
        bytes: { _ in nil }
    )
}

/// What the key list's archive is made of.
package struct PublicKeys: Sendable {
    var list = KeyList()
    /// The statements that its lines name, by their hashes, with their seals.
    var statements: [Bytes32: (text: [UInt8], seal: Seal)] = [:]
    /// The root keys.
    var roots: [DeviceKey] = []

    /// No key.
    package init() {}
}
