/// A plain text as blocks: cut at empty lines; lines where there is none.
struct PlainBlocks {
    /// The blocks, in order.
    let blocks: [ForeignBlock]

    /// Cuts a text.
    ///
    /// - Throws: `ImportError.manyBlocks`, `.longText`.
    init(_ text: String) throws(ImportError) {
        guard text.utf8.count <= ImportLimits.textBytes else { throw .longText }
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0).inOneLine }
        let chunks = lines.split { $0.isEmpty }
        guard chunks.count <= ImportLimits.blocks else { throw .manyBlocks }
        let isOne = chunks.count < 2
        let texts = chunks.flatMap { chunk in
            !isOne && Self.isWrapped(chunk) ? [chunk.joined(separator: " ")] : Array(chunk)
        }
        guard texts.count <= ImportLimits.blocks else { throw .manyBlocks }
        blocks = texts.map { ForeignBlock(plain: $0) }
    }

    /// Whether lines are one paragraph that was broken at a margin: all but the last are long.
    private static func isWrapped(_ lines: ArraySlice<String>) -> Bool {
        lines.dropLast().allSatisfy { $0.unicodeScalars.count >= 50 }
    }
}
