/// A line of the report on what a file became (publishing.md 8, step 5).
package struct ImportLine: Hashable, Sendable {
    /// What became of it, and how sure that is.
    package enum Verdict: String, Hashable, Sendable { case sure, unsure, dropped }

    /// What became of it.
    package let verdict: Verdict
    /// What it is.
    package let block: BlockName
    /// The texts, each whole.
    package private(set) var texts: [String]
    /// Why, in a few words; empty where nothing needs saying.
    package let why: String

    init(_ verdict: Verdict, _ block: BlockName, _ text: String, _ why: String = "") {
        self.verdict = verdict
        self.block = block
        texts = [text]
        self.why = why
    }

    /// What it is about, in one line: the text, or how many there are and after which.
    package var summary: String {
        guard texts.count > 1, let first = texts.first else { return texts.first ?? "" }
        guard block == .tail else { return "\(texts.count) blocks from “\(first)”" }
        let rest = texts.count == 2 ? "1 block" : "\(texts.count - 1) blocks"
        return "\(rest) after “\(first)”"
    }

    /// Whether a line may stand for this one and the next.
    private func joins(_ other: ImportLine) -> Bool {
        let isMany = [.tail, .page, .beside].contains(block)
        return isMany && (verdict, block, why) == (other.verdict, other.block, other.why)
    }

    /// The same, with one line for what stands side by side on the page and is of one kind.
    static func joined(_ lines: [ImportLine]) -> [ImportLine] {
        lines.reduce(into: []) { joined, line in
            if let last = joined.last, last.joins(line) {
                joined[joined.count - 1].texts += line.texts
            } else {
                joined.append(line)
            }
        }
    }
}

extension ImportLine {
    /// What is said of a block; nil for plain text of the body.
    init?(_ named: NamedBlock) {
        let naming = named.naming
        if named.fate == .body, naming.isSure { return nil }
        let verdict: Verdict = named.fate == .dropped ? .dropped : naming.isSure ? .sure : .unsure
        self.init(verdict, naming.name, named.block.text, naming.why)
    }
}
