package import Newsroom

/// A file of the site, before it is written.
package struct SiteFile: Hashable, Sendable {
    /// The path from the site's root.
    package let path: String
    /// The content.
    package let bytes: [UInt8]
    /// The newest receipt time among what it was made from.
    package let modified: Moment

    /// Takes a path, a content and a time.
    package init(_ path: String, _ bytes: [UInt8], modified: Moment) {
        self.path = path
        self.bytes = bytes
        self.modified = modified
    }
}
