/// A piece of a stranger's HTML.
package enum HTMLToken: Hashable, Sendable {
    /// A start tag, its name in lower case, with its attributes; the first of a name counts.
    case open(String, [String: String])
    /// An end tag.
    case close(String)
    /// Text, with its character references resolved.
    case text(String)
    /// What an element holds that is no markup: a script, a style, a title.
    case source(String, String)
    /// `<!-- … -->`, `<!…>`, `<?…>`.
    case comment(String)
}
