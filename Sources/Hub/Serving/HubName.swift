package import Foundation
package import Store

/// A hub's id: 16 random bytes, kept in its data folder for life (ledger.md 2).
package enum HubName {
    /// Reads the id, or makes one where there is none.
    ///
    /// - Throws: `StoreError.disk` where the folder cannot be written, `StoreError.damaged` where
    ///   the file is none of ours.
    package static func bytes(in folder: URL, surroundings: Surroundings) throws -> [UInt8] {
        let file = folder.appending(path: "hub-id")
        if let known = try? Data(contentsOf: file) {
            guard known.count == 16 else { throw StoreError.damaged("hub-id has another length") }
            return Array(known)
        }
        let fresh = surroundings.random.bytes(16)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(fresh).write(to: file, options: .atomic)
        } catch {
            throw StoreError.disk("the folder \(folder.path) is read-only")
        }
        return fresh
    }
}
