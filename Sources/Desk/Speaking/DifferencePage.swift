import Prose

/// What changed between two versions of a document, as one page for a browser: it needs no other
/// file, runs no script, asks no network, and follows the reader's light or dark.
struct DifferencePage {
    /// The page in HTML.
    let html: String

    init(title: String, from old: String, to new: String, _ changes: DocumentChanges) {
        let fields = changes.fields.map { change in
            "<p><b>\(escaped("\(change.field)"))</b> \(Self.marked(change.pieces))</p>"
        }
        let texts = changes.paragraphs
        let paragraphs = texts.paragraphs.map { paragraph in
            "<p><b>\(paragraph.isGone ? "–" : "\(paragraph.new)")</b> "
                + "\(Self.marked(paragraph.pieces, texts.places))</p>"
        }
        html = Self.page(
            title: escaped(title),
            subtitle: "from \(escaped(old)) to \(escaped(new))",
            body: (fields + paragraphs).joined(separator: "\n")
        )
    }

    private static func marked(
        _ pieces: [DifferencePiece],
        _ places: MovedPlaces = MovedPlaces(of: [])
    ) -> String {
        pieces.map { piece in
            let text = escaped(piece.text)
            let moved = places.words(for: piece).map { "<i>\($0)</i> " } ?? ""
            switch piece.kind {
            case .kept: return text
            case .removed: return "\(moved)<del>\(text)</del>"
            case .added: return "\(moved)<ins>\(text)</ins>"
            }
        }.joined()
    }

    private static func page(title: String, subtitle: String, body: String) -> String {
        """
        <!doctype html>
        <html lang="und">
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width">
        <title>\(title)</title>
        <style>
        :root { color-scheme: light dark; --new: #d7f2d9; --old: #fadcd9; --quiet: #666 }
        @media (prefers-color-scheme: dark) { :root { --new: #1d4425; --old: #5a2320; --quiet: #999 } }
        body { font: 1.05rem/1.5 serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
        h1 { font-size: 1.3rem; margin: 0 } header { color: var(--quiet); margin-bottom: 2rem }
        p { unicode-bidi: plaintext; white-space: pre-line; overflow-wrap: anywhere }
        b, i { color: var(--quiet); font: 0.8rem sans-serif; margin-inline-end: 0.5em }
        ins { background: var(--new) } del { background: var(--old) }
        </style>
        <header><h1>\(title)</h1>\(subtitle)</header>
        <main>
        \(body)
        </main>
        </html>

        """
    }
}

/// Text of a story as HTML and SVG show it: no mark-up, nothing that turns the line around.
func escaped(_ text: String) -> String {
    Harmless.shown(text).reduce(into: "") { html, character in
        switch character {
        case "&": html += "&amp;"
        case "<": html += "&lt;"
        case ">": html += "&gt;"
        case "\"": html += "&quot;"
        default: html.append(character)
        }
    }
}
