import Foundation

/// The seeds that random tests run with.
package enum Seeds {
    /// A few fixed ones for every run, or those that `STET_SEEDS=10000..<20000` names.
    package static let smoke: [UInt64] = named ?? Array(1...12)

    private static var named: [UInt64]? {
        let parts = ProcessInfo.processInfo.environment["STET_SEEDS"]?.split(separator: "..<")
        guard let parts, parts.count == 2, let first = UInt64(parts[0]), let end = UInt64(parts[1]),
            first < end
        else { return nil }
        return Array(first..<end)
    }
}
