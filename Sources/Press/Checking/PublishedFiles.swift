/// What somebody published, as a checker reads it: a folder, an address, or files in memory.
package protocol PublishedFiles: Sendable {
    /// A file by its path from the site's root; nil where there is none.
    ///
    /// - Throws: `CheckRefusal` where it cannot be read or has more than `limit` bytes.
    func read(_ path: String, limit: Int) async throws(CheckRefusal) -> [UInt8]?

    /// The paths of all files; nil where that cannot be asked.
    func paths() throws(CheckRefusal) -> [String]?
}

extension PublishedFiles {
    /// A file that has to be there.
    func need(_ path: String, limit: Int) async throws(CheckRefusal) -> [UInt8] {
        guard let bytes = try await read(path, limit: limit) else {
            throw CheckRefusal("\(path) is missing")
        }
        return bytes
    }
}

/// The largest files that a checker reads, in bytes; what the press writes stays below.
package enum CheckLimits {
    /// The archive of one proof.
    package static let proof = 4 << 20
    /// The list of keys with its statements.
    package static let keys = 64 << 20
    /// The head of the log.
    static let checkpoint = 4_096
    /// 256 hashes.
    static let tile = 8_192
    /// 256 receipts.
    static let receipts = 32 << 20
    /// A page.
    static let page = 4 << 20
    /// A key.
    package static let key = 4_096
    /// Receipts of a log that is read whole.
    static let log = 1 << 20
    /// Complaints that are listed.
    static let complaints = 100
}
