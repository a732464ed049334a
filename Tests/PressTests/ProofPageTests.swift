import Newsroom
import Press
import PressSupport
import Testing

struct `A proof page` {
    private static let time = Int64(1_767_254_400)

    /// What its page says of each thing that was done with a story, newest first.
    private func said(in language: String) throws -> [String] {
        let address = try SiteAddress(setting: "https://example.org")
        let settings = SiteSettings(name: "The Invented Gazette", address: address, language: "en")
        var (site, press) = (PublicSite(settings, sources: .none), InventedPress())
        let fields: [DocumentField: String] = [
            .headline: "H", .section: "City", .language: language, .note: "So it is.",
        ]
        let document = CanonicalDocument(fields: fields, body: "A text.\n")
        func at(_ hour: Int64) -> WrittenTime {
            WrittenTime(Moment(milliseconds: (Self.time + hour * 3_600) * 1_000), offset: 0)
        }
        site.take(try press.issue("bridge", document, at: at(0)), document: document)
        for (hour, kind) in ["update", "clarification", "correction", "refile"].enumerated() {
            let receipt = try press.issue(
                0,
                "bridge",
                document,
                kind: kind,
                at: at(1 + Int64(hour))
            )
            site.take(receipt, document: document)
        }
        for (hour, action) in ["dropped", "withheld", "restored", "withdrawn"].enumerated() {
            let receipt = try press.change(0, action, note: "So.", at: at(5 + Int64(hour)))
            site.take(receipt, document: nil)
        }
        let files = site.allFiles(asOf: Moment(milliseconds: Self.time * 1_000))
        let page = try #require(files.first { $0.path == "2026/01/bridge/proof/index.html" })
        let text = String(decoding: page.bytes, as: UTF8.self)
        return text.matches(of: /<section><h2>(.*?)<\/h2>/).map { String($0.1) }
    }

    @Test func `names what was done in English`() throws {
        #expect(
            try said(in: "en") == [
                "5. Retracted", "5. Restored", "5. Withheld", "5. Correction withdrawn",
                "5. Sent again", "4. Correction", "3. Clarification", "2. Update", "1. Published",
            ]
        )
    }

    @Test func `names what was done in the language of its story`() throws {
        #expect(
            try said(in: "az") == [
                "5. Geri çağırılıb", "5. Bərpa olunub", "5. Saxlanılıb", "5. Düzəliş götürülüb",
                "5. Yenidən dərc olunub", "4. Düzəliş", "3. Dəqiqləşdirmə", "2. Yenilənmə",
                "1. Dərc olunub",
            ]
        )
    }
}
