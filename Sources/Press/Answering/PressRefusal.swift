package import Newsroom

/// Why the press cannot publish a document: a reason of its own (publishing.md 1.1).
package struct PressRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The reason: `seal`, `text`, `markdown`, `picture` or `address`.
    package let code: RefusalCode
    /// What is wrong and where, without a word of the story: "line 40: raw HTML is not published".
    package let description: String

    init(_ code: RefusalCode, _ description: String) {
        self.code = code
        self.description = description
    }

    /// A reason that stands in one line of the body.
    init(line: Int, _ description: String, code: RefusalCode = .markdown) {
        self.init(code, "line \(line): \(description)")
    }
}
