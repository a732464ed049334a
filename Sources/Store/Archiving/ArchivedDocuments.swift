import Foundation
import GRDB
import Ledger
import Newsroom

/// The documents of all listed drafts with an index of their words, for searching.
///
/// What is searched has neither case nor accents; the newest document has the highest number.
enum ArchivedDocuments {
    /// More than the fields and the body of a draft can take.
    private static let limit = 64_000_000

    /// Hands documents that may say some words to `body`, the newest first, until it has enough.
    ///
    /// Words that no letter or digit is in may be anywhere: then all documents are handed out.
    static func each(
        saying words: String,
        in database: Database,
        _ body: (_ story: StoryID, _ name: String, CanonicalDocument) throws -> Bool
    ) throws {
        let phrase = Self.phrase(words)
        let rows = try Row.fetchCursor(
            database,
            sql: phrase == nil
                ? "SELECT * FROM document ORDER BY id DESC"
                : """
                SELECT document.* FROM words JOIN document ON document.id = words.rowid
                WHERE words MATCH ? ORDER BY words.rowid DESC
                """,
            arguments: phrase.map { [$0] } ?? []
        )
        while let row = try rows.next() {
            guard let story = Bytes32(row["story"] as Data) else { continue }
            let document = try CanonicalDocument(archived: text(row))
            guard try body(StoryID(story), row["name"], document) else { return }
        }
    }

    /// Writes a story's documents in place of what was there.
    static func write(
        _ documents: [(draft: DraftID, name: String, document: CanonicalDocument)],
        of story: StoryID,
        into database: Database
    ) throws {
        let old = try Row.fetchAll(
            database.cachedStatement(sql: "SELECT * FROM document WHERE story = ?"),
            arguments: [Data(story.bytes.bytes)]
        )
        for row in old {
            // The index keeps no copy of the text, so that it has to be told what it forgets.
            let text = try CanonicalDocument(archived: text(row)).searchable
            try database.run(
                "INSERT INTO words(words, rowid, text) VALUES ('delete', ?, ?)",
                [row["id"] as Int64, text]
            )
        }
        try database.run("DELETE FROM document WHERE story = ?", [Data(story.bytes.bytes)])
        for (draft, name, document) in documents {
            let bytes = document.archived
            try database.run(
                "INSERT INTO document(draft, story, name, text, unpacked) VALUES (?, ?, ?, ?, ?)",
                [
                    Data(draft.bytes.bytes), Data(story.bytes.bytes), name,
                    Data(deflate(bytes)), bytes.count,
                ]
            )
            try database.run(
                "INSERT INTO words(rowid, text) VALUES (?, ?)",
                [database.lastInsertedRowID, document.searchable]
            )
        }
    }

    /// Empties the index and what it is of.
    static func forget(in database: Database) throws {
        try database.execute(sql: "DELETE FROM document")
        try database.execute(sql: "INSERT INTO words(words) VALUES ('delete-all')")
    }

    /// A phrase of which the last word may go on; nil where there is no word.
    private static func phrase(_ words: String) -> String? {
        let plain = words.searchable
        guard plain.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        return "\"\(plain.replacing("\"", with: " "))\" *"
    }

    private static func text(_ row: Row) throws -> [UInt8] {
        let count: Int = row["unpacked"]
        guard (0...limit).contains(count) else {
            throw StoreError.damaged("a length is wrong")
        }
        return try inflate(Array(row["text"] as Data), to: count)
    }
}

extension CanonicalDocument {
    /// What of it is searched.
    fileprivate var searchable: String {
        (DocumentField.allCases.compactMap { fields[$0] } + [body]).joined(separator: "\n")
            .searchable
    }
}

extension String {
    /// The same without case, accents and the width of letters.
    package var searchable: String {
        folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    }
}
