package import Foundation
package import Newsroom

/// The files that drafts were made of, as they came, each under its SHA-256: `imports/HH/HASH`.
///
/// They are the importer's own, like anything else that he saved: no sync carries them, and no order
/// to erase reaches them.
package struct Originals: Sendable {
    private let files: HashedFiles

    /// Names the folder inside a newsroom's.
    package init(of newsroom: NewsroomFolder) { files = HashedFiles(folder: newsroom.imports) }

    /// Where the file with this hash is, once it is kept.
    package func url(of hash: Bytes32) -> URL { files.url(of: hash) }

    /// Keeps a file; it is on disk when this returns.
    ///
    /// Twice keeps it once.
    ///
    /// - Throws: `StoreError.disk`.
    package func keep(_ bytes: [UInt8], under hash: Bytes32) throws(StoreError) {
        try files.keep(bytes, under: hash)
    }
}
