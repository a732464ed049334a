/// Where the site is: `https://example.org`, without a slash at its end.
package struct SiteAddress: Hashable, Sendable {
    /// The address, to which paths are added.
    package let text: String
    /// The host, with its port where it has one.
    package let host: String

    /// Takes what an admin set; a slash at the end does not count.
    ///
    /// - Throws: `PressError.noSite`, `PressError.badSite`.
    package init(setting: String?) throws(PressError) {
        guard var text = setting, !text.isEmpty else { throw .noSite }
        if text.utf8.last == UInt8(ascii: "/") { text.removeLast() }
        let pattern = /https?:\/\/([a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?)/
        guard text.utf8.count <= 256, let match = text.wholeMatch(of: pattern) else {
            throw .badSite
        }
        self.text = text
        host = String(match.1)
    }
}
