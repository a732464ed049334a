package import Foundation

/// The project's fixtures, as this checkout has them.
package enum Fixtures {
    /// A folder of `Fixtures`.
    package static func folder(_ name: String) -> URL {
        URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/\(name)")
    }
}
