package import Newsroom

/// A story as the public sees it: what the receipts that count make of it.
package struct PublicStory: Sendable {
    /// Its id.
    package let id: StoryID
    /// Its place in the order of first issues, from 0.
    package let ordinal: Int
    /// Its receipts, in order.
    let receipts: [Receipt]
    /// What is out.
    package let document: CanonicalDocument
    /// The body, as the record has it.
    let body: HTML

    /// The newest receipt.
    var newest: Receipt {
        guard let newest = receipts.last else { preconditionFailure("a public story has receipts") }
        return newest
    }

    /// The slug that it has now.
    package var slug: Slug { newest.issue.slug }
    /// The address.
    package var url: String { newest.url }
    /// The folder of its page, with a slash at the end: `2026/01/bridge/`.
    var folder: String { "\(newest.published.month)/\(slug)/" }
    /// When it was first issued.
    var published: WrittenTime { newest.published }
    /// When it last changed for readers.
    var updated: WrittenTime { newest.updated }
    /// How often it was issued.
    var version: Int { newest.issue.version }

    var headline: String { document.fields[.headline] ?? slug.description }
    var standfirst: String? { document.fields[.standfirst] }
    var byline: String? { document.fields[.byline] }
    var section: String { document.fields[.section] ?? "" }
    var language: String { document.fields[.language] ?? "en" }
    var tags: [String] {
        (document.fields[.tags] ?? "").split(separator: ",").map { tag in
            String(tag.unicodeScalars.drop { $0 == " " })
        }
    }

    /// What readers have to know of what changed, newest first.
    var notes: [Note] {
        receipts.reversed().compactMap { receipt in
            guard let kind = NoteKind(rawValue: receipt.fields["kind"] ?? ""),
                let escapedText = receipt.fields["note"], escapedText != "-"
            else { return nil }
            return Note(
                number: receipt.number,
                kind: kind,
                time: receipt.issued,
                text: unescaped(escapedText)
            )
        }
    }
}

/// A word to readers about a change.
struct Note: Hashable, Sendable {
    /// The number of the receipt that carries it.
    let number: Int
    let kind: NoteKind
    let time: WrittenTime
    let text: String
}

/// What a note is about.
enum NoteKind: String, Hashable, Sendable {
    case correction, clarification, update
}

/// The inverse of a document's escaping.
private func unescaped(_ value: String) -> String {
    var text = String.UnicodeScalarView()
    var isEscape = false
    for scalar in value.unicodeScalars {
        if isEscape {
            text.append(scalar == "n" ? "\n" : scalar)
            isEscape = false
        } else if scalar == "\\" {
            isEscape = true
        } else {
            text.append(scalar)
        }
    }
    return String(text)
}
