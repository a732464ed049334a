import Newsroom

/// How a publisher wants the site to look: data, not code (publishing.md 10).
package struct Theme: Sendable {
    /// A line under the newsroom's name.
    var tagline: String?
    /// Who answers for the site, in words.
    var imprint: String?
    /// Where readers may share a story: a name, and an address with `{url}` and `{title}`.
    var shares: [Share] = []
    /// A WebSub hub.
    var hub: String?
    /// The sections in the masthead, in order.
    var sections: [String] = []
    /// Instead of the built-in style.
    var style: String?
    /// After the style.
    var extraStyle: String?
    /// Blocks that are hidden: `tags`, `share`, `languages`, `related`, `rail`.
    var hidden: Set<String> = []
    /// Markup for places: `head`, `masthead`, `story-end`, `foot`.
    var fragments: [String: HTML] = [:]
    /// Words instead of ours: language, label, word.
    var labels: [String: [String: String]] = [:]
    /// Files with their names.
    var assets: [String: [UInt8]] = [:]

    /// A hash of the files that it was made from; zeros for the built-in look.
    var fingerprint = Bytes32.zero

    /// A place to share a story at.
    struct Share: Hashable, Sendable {
        let name: String
        /// With `{url}` and `{title}`.
        let pattern: String

        /// The address for one story.
        func address(url: String, title: String) -> String {
            pattern.split(separator: "{url}", omittingEmptySubsequences: false)
                .joined(separator: url)
                .split(separator: "{title}", omittingEmptySubsequences: false)
                .joined(separator: title)
        }
    }

    /// The built-in look.
    package init() {}
}
