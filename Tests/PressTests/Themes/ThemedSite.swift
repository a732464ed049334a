import Foundation
import Newsroom
import Press
import PressSupport
import TestSupport

/// A site of an invented press in the look of a theme: one story with a correction, its translation
/// into Arabic, one before it that was withdrawn, and one after it.
struct ThemedSite {
    let files: [String: SiteFile]

    init(_ theme: [String: String]) throws {
        try self.init(Theme(files: theme.map { ($0.key, Array($0.value.utf8)) }))
    }

    init(_ theme: Theme) throws {
        var site = PublicSite(try Self.settings(theme), sources: .none)
        for (receipt, document) in try Self.receipts() { site.take(receipt, document: document) }
        let all = site.allFiles(asOf: Moment(milliseconds: 1_767_254_400_000))
        files = Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0) })
    }

    static func settings(_ theme: Theme) throws -> SiteSettings {
        SiteSettings(
            name: "The Invented Gazette",
            address: try SiteAddress(setting: "https://example.org"),
            language: "en",
            theme: theme
        )
    }

    static func receipts() throws -> [(Receipt, CanonicalDocument?)] {
        var press = InventedPress()
        let time = WrittenTime(Moment(milliseconds: 1_767_254_400_000), offset: 60)
        let later = WrittenTime(Moment(milliseconds: 1_767_340_800_000), offset: 60)
        let before = document("The bridge closes", "It closed.\n")
        let story = document("Bridge reopens", "It [was closed](story:closing) for long.\n")
        let arabic = document("أعيد فتح الجسر", "فُتح.\n", [.language: "ar"])
        let harbour = document("Harbour opens", "It opened.\n")
        let corrected = document(
            "Bridge reopens",
            "It [was closed](story:closing) for a year.\n",
            [.note: "It was a year."]
        )
        return [
            (try press.issue("closing", before, at: time), before),
            (try press.issue("bridge", story, at: time), story),
            (try press.issue("bridge-ar", arabic, at: time), arabic),
            (try press.issue(1, "bridge", corrected, kind: "correction", at: later), corrected),
            (try press.issue("harbour", harbour, at: later), harbour),
            (try press.change(0, "withdrawn", note: "No source.", at: later), nil),
        ]
    }

    private static func document(
        _ headline: String,
        _ body: String,
        _ fields: [DocumentField: String] = [:]
    ) -> CanonicalDocument {
        let usual: [DocumentField: String] = [
            .headline: headline, .section: "City", .language: "en", .byline: "By Ann Example",
            .standfirst: "After a year.", .tags: "bridge, traffic",
        ]
        return CanonicalDocument(fields: usual.merging(fields) { $1 }, body: body)
    }

    /// A file as text; empty where there is none.
    subscript(path: String) -> String {
        String(decoding: files[path]?.bytes ?? [], as: UTF8.self)
    }

    /// The page of the story that was corrected.
    var story: String { self["2026/01/bridge/index.html"] }

    /// The path of the one file under `assets/` whose name begins so.
    func asset(_ name: String) -> String? {
        files.keys.first { $0.hasPrefix("assets/\(name).") }
    }
}
