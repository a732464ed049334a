/// Why a file became no draft; its bytes are as they were.
package enum ImportError: Error, Hashable, CustomStringConvertible {
    /// It holds bytes that no text has.
    case notText
    /// It names an encoding that is not known here.
    case encoding(String)
    /// It has more bytes than are read.
    case large
    /// It has more paragraphs than are read.
    case manyBlocks
    /// It has more text than a page has.
    case longText
    /// Its story is longer than a body may be, with so many bytes.
    case longBody(Int)
    /// It begins as a document, and is none.
    case document(String)
    /// There is no word in it.
    case empty

    /// What is wrong, as the end of a sentence.
    package var description: String {
        switch self {
        case .notText: "it is not text"
        case .encoding(let name): "its encoding is not known here: \(name)"
        case .large: "it has more than \(ImportLimits.fileBytes) bytes"
        case .manyBlocks: "it has more than \(ImportLimits.blocks) paragraphs"
        case .longText: "it has more than \(ImportLimits.textBytes) bytes of text"
        case .longBody(let count):
            "its story has \(count) bytes, a body has at most \(ImportLimits.bodyBytes)"
        case .document(let reason): reason
        case .empty: "there is no text in it"
        }
    }
}

/// How much of a stranger's file is read.
package enum ImportLimits {
    /// Bytes of a file.
    package static let fileBytes = 4 * 1_024 * 1_024
    /// Blocks of a file.
    static let blocks = 20_000
    /// Bytes of text, without markup.
    static let textBytes = 1_024 * 1_024
    /// Elements within each other; what stands deeper counts to the last.
    static let depth = 128
    /// Addresses that are looked at; further links are only their words.
    static let links = 10_000
    /// Bytes of a page's linked data.
    static let linkedDataBytes = 256 * 1_024
    /// Bytes of a body, as newsroom.md 11 has it.
    static let bodyBytes = 256 * 1_024
    /// Lines of front matter.
    static let frontMatterLines = 200
    /// What a note in the draft says of doubts, in lines.
    static let noteLines = 40
    /// How much of each, in characters.
    static let noteCharacters = 200
}
