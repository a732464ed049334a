package import Foundation
import Ledger
package import Newsroom
package import Store

// A theme travels like a picture: as one file in the newsroom's media, which the setting `theme`
// names by its hash. So every machine builds the site in the same look.

extension Theme {
    /// What the setting `theme` says for the built-in look.
    package static let builtIn = "none"

    /// The newsroom's own theme: what its setting names, the built-in look where it names nothing.
    ///
    /// - Throws: `PressError.noTheme` where it is not here, `.badTheme` where it is none.
    package init(of view: View, in media: Media) throws(PressError) {
        guard let setting = view.setting(.theme), setting != Self.builtIn else {
            self.init()
            return
        }
        guard let hash = view.theme else {
            throw .badTheme(file: nil, line: nil, "the setting names none")
        }
        try self.init(named: hash, in: media)
    }

    /// The theme with this hash.
    ///
    /// - Throws: `PressError.noTheme` where it is not here, `.badTheme` where it is none.
    package init(named hash: Bytes32, in media: Media) throws(PressError) {
        guard media.byteCount(of: hash).map({ $0 <= ThemeLimits.archiveBytes }) ?? true else {
            throw .badTheme(file: nil, line: nil, "it has over 4 MiB or 256 files")
        }
        guard let bytes = (try? media.read(hash)).flatMap(\.self) else { throw .noTheme(hash) }
        try self.init(archive: bytes)
    }

    /// Reads and checks a theme that is one file: a ustar of the theme's files and nothing else.
    ///
    /// - Throws: `PressError.badTheme`.
    init(archive bytes: [UInt8]) throws(PressError) {
        let files: [String: [UInt8]]
        do {
            files = try Tar.files(in: bytes, called: "its archive", named: Self.isName)
        } catch {
            throw .badTheme(file: nil, line: nil, error.description)
        }
        try self.init(files: files.map { ($0.key, $0.value) })
    }

    /// The theme that lies in a folder, checked, as one file: the same for the same files.
    ///
    /// - Throws: `PressError.badTheme`, also where the folder or a file cannot be read.
    package static func archive(of folder: URL) throws(PressError) -> [UInt8] {
        let files = try files(in: folder)
        _ = try Theme(files: files)
        var archive = Tar()
        for file in files.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            archive.add(file.name, file.bytes)
        }
        return archive.archive
    }

    /// Whether a theme may have a file with this name; which it has is looked at by who reads it.
    private static func isName(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return name.utf8.count <= 99 && parts.count <= 2
            && parts.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]*/) != nil }
    }
}
