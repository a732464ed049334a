package import Foundation

/// A new empty folder that goes with its owner.
package final class TemporaryFolder: Sendable {
    /// Where it is.
    package let url: URL

    /// Makes the folder.
    package init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "stet-test-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}
