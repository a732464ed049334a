package import Foundation

/// Lines from a pipe or a file, as they arrive.
package struct ScriptLines {
    /// The longest line: a document has at most 2 MiB.
    private static let limitBytes = 2_097_152
    private let source: FileHandle
    private var waiting: [UInt8] = []
    private var isAtEnd = false

    /// Reads from a file handle.
    package init(_ source: FileHandle) { self.source = source }

    /// The next line without its line feed; nil at the end.
    ///
    /// - Throws: `DeskError.badLine` for one that is no UTF-8 or longer than 2 MiB.
    package mutating func next() throws -> String? {
        while true {
            if let end = waiting.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Array(waiting[..<end])
                waiting.removeSubrange(...end)
                return try text(line)
            }
            guard waiting.count <= Self.limitBytes else { throw DeskError.badLine }
            if isAtEnd {
                defer { waiting = [] }
                return waiting.isEmpty ? nil : try text(waiting)
            }
            let more = source.availableData
            isAtEnd = more.isEmpty
            waiting += more
        }
    }

    private func text(_ line: [UInt8]) throws(DeskError) -> String {
        let plain = line.last == UInt8(ascii: "\r") ? Array(line.dropLast()) : line
        guard let text = String(validating: plain, as: UTF8.self) else { throw .badLine }
        return text
    }
}
