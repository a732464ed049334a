package import Newsroom

/// Why the press could not publish or render; refusing one story is no error.
package enum PressError: Error, Hashable, CustomStringConvertible {
    /// The newsroom has no address for its site.
    case noSite
    /// The setting is no address of a site.
    case badSite
    /// The setting names no zone that this machine knows.
    case badZone(String)
    /// A receipt and what was recorded of it contradict each other.
    case badRecord(number: Int)
    /// The list of keys does not carry the press's seal.
    case badKeyList
    /// The theme cannot be used; file and line are nil where the whole is meant.
    case badTheme(file: String?, line: Int?, String)
    /// The newsroom's theme is not here.
    case noTheme(Bytes32)
    /// Pictures of public stories are not here: so many, and one of them.
    case noPicture(Bytes32, count: Int)
    /// The folder or the disk refuses.
    case disk(String)

    /// One line: what failed and why.
    package var description: String {
        switch self {
        case .noSite: "the newsroom has no site address"
        case .badSite: "the newsroom's site is no address like https://example.org"
        case .badZone(let name): "the newsroom's zone is not known here: \(name)"
        case .badRecord(let number): "the record of receipt \(number) does not fit the receipt"
        case .badKeyList: "the key list does not carry the press's seal"
        case .badTheme(let file, let line, let reason):
            (file.map { "the theme's \($0)" } ?? "the theme")
                + (line.map { ", line \($0)" } ?? "") + ": \(reason)"
        case .noTheme(let hash): "the newsroom's theme is not here: \(hash)"
        case .noPicture(let hash, let count):
            (count == 1 ? "a picture" : "\(count) pictures")
                + " of public stories cannot be shown, nor the pages without: \(hash)"
        case .disk(let reason): "the site cannot be written: \(reason)"
        }
    }

    /// What to do about it.
    package var hint: String {
        switch self {
        case .noSite, .badSite: "an admin sets it: `newsroom site https://example.org`"
        case .badZone: "an admin sets it: `newsroom zone Europe/Berlin`"
        case .badRecord, .badKeyList: "`stet check` says more; nothing was written"
        case .badTheme: "docs/themes.md says what a theme may hold; nothing was written"
        case .noTheme: "`sync` fetches it where a hub has it; nothing was written"
        case .noPicture: "`sync` fetches what a hub has; `pictures` lists them; nothing was written"
        case .disk: "free space or make the folder writable, then publish again"
        }
    }
}
