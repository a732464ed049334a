/// Why something that was published is not to be believed: what a stranger's checker says.
package struct CheckRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// One line: what does not hold, and of which file.
    package let description: String

    /// Takes the sentence.
    package init(_ sentence: String) { description = sentence }
}
