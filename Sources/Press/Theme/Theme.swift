import Newsroom

/// How a publisher wants the site to look: data, not code (publishing.md 10).
///
/// Everything in it was checked when it was read: it brings in nothing from elsewhere, runs nothing,
/// and leaves no correction out.
package struct Theme: Sendable {
    /// A line under the newsroom's name.
    var tagline: String?
    /// Who answers for the site, in words.
    var imprint: String?
    /// Where readers may share a story.
    var shares: [Share] = []
    /// A WebSub hub.
    var hub: String?
    /// The sections in the masthead, in order.
    var sections: [String] = []
    /// Instead of the built-in style.
    var style: String?
    /// After the style.
    var extraStyle: String?
    /// What a story's page shows, in order.
    var storyBlocks = StoryBlock.usual
    /// What the front page shows, in order.
    var frontBlocks = FrontBlock.usual
    /// Markup for places.
    var fragments: [Place: HTML] = [:]
    /// Words instead of ours, by primary language.
    var labels: [String: [Words.Label: String]] = [:]
    /// Files as the site has them, by their names in the theme: `icon.svg`.
    var assets: [String: SiteFile] = [:]

    /// A hash of the files that it was made from; zeros for the built-in look.
    var fingerprint = Bytes32.zero

    /// Where a theme may put markup, by the file that has it.
    enum Place: String, CaseIterable, Sendable {
        case head, masthead, foot
        case storyEnd = "story-end"
    }

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
