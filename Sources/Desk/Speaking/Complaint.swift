import Exchange
import Ledger
package import Newsroom
import Press
import Signing
import Store

/// What failed, and what to do about it: the one place where errors become sentences.
package struct Complaint: Hashable, Sendable {
    /// One line: what failed, on what, why.
    package let sentence: String
    /// What to type or look at next; nil where nothing helps.
    package let hint: String?
    /// 1 refused or failed, 64 wrong usage.
    package let exitCode: Int32

    /// Puts an error into words; `view` gives the names of people and stories in it.
    package init(_ error: any Error, in view: View? = nil) {
        switch error {
        case let error as DeskError:
            self.init(error.description, error.hint, exitCode: error.isUsage ? 64 : 1)
        case let error as Refusal:
            let reasons = error.blockers.map { ReasonWords(of: $0, in: view) }
            let sentence = reasons.map(\.reason).joined(separator: "; ")
            self.init(
                "cannot \(error.verb) `\(error.subject)`: \(sentence)",
                reasons.lazy.compactMap(\.hint).first
            )
        case let error as StoreError: self.init(error.description, error.hint)
        case let error as BundleError: self.init(error.description, error.hint)
        case let error as PressError: self.init(error.description, error.hint)
        case let error as PressRefusal:
            self.init("cannot publish it: \(error.description)", error.hint)
        case let error as ExchangeError: self.init(error.description, error.hint)
        case let error as SigningError: self.init(error.description, error.hint)
        case let error as CheckRefusal: self.init(error.description, nil)
        case let error as any HintedError: self.init(error.description, error.hint)
        default: self.init(Self.oneLine("\(error)"), nil)
        }
    }

    private init(_ sentence: String, _ hint: String?, exitCode: Int32 = 1) {
        self.sentence = sentence
        self.hint = hint
        self.exitCode = exitCode
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// The lines for a person: "error: …" and "hint: …", broken under their words.
    var lines: [StyledText] {
        [StyledText("error: \(sentence)").indented(by: 7)]
            + (hint.map { [StyledText("hint: \($0)").indented(by: 6)] } ?? [])
    }
}
