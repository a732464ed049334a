/// An error of a server or another program, with one line on what failed and one on what to do.
package protocol HintedError: Error, CustomStringConvertible {
    /// What to do about it; nil where nothing helps.
    var hint: String? { get }
}
