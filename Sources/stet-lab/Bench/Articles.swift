import ArgumentParser
import Dispatch
import Foundation
import Newsroom
import Press
import PressSupport
import Synchronization

/// The articles of generate_articles.py: one a line in `articles.jsonl`, and its body in `md`.
struct Articles: Sendable {
    /// One article without its body.
    struct Article: Decodable, Sendable {
        let slug: String
        let title: String
        let section: String
        let author: String
        let tags: [String]
        let date: String
        let summary: String
    }

    let all: [Article]
    private let folder: URL

    /// Reads the list.
    ///
    /// - Throws: `ValidationError` where it is not there or is none.
    init(in folder: URL) throws {
        self.folder = folder
        guard let lines = try? Data(contentsOf: folder.appending(path: "articles.jsonl")) else {
            throw ValidationError("no articles.jsonl in \(folder.path)")
        }
        let decoder = JSONDecoder()
        all = try lines.split(separator: UInt8(ascii: "\n")).map {
            try decoder.decode(Article.self, from: $0)
        }
        guard !all.isEmpty else { throw ValidationError("no article in \(folder.path)") }
    }

    /// The document of an article.
    func document(of article: Article) throws -> CanonicalDocument {
        let path = folder.path + "/md/\(article.slug).md"
        guard let bytes = FileManager.default.contents(atPath: path),
            let body = String(validating: bytes, as: UTF8.self)
        else { throw ValidationError("no body of \(article.slug)") }
        return CanonicalDocument(
            fields: [
                .headline: article.title, .standfirst: article.summary,
                .byline: "By \(article.author)", .section: article.section, .language: "en",
                .tags: article.tags.joined(separator: ", "),
            ],
            body: body
        )
    }
}

/// A site of these articles, as a press without a newsroom publishes it.
struct InventedSite {
    private let articles: Articles
    private let times: Int
    private var press = InventedPress()
    private var site: PublicSite?
    /// The time of the newest receipt.
    private(set) var now = Moment(milliseconds: 0)

    init(_ articles: Articles, times: Int) {
        self.articles = articles
        self.times = times
    }

    /// Publishes every article at its date.
    mutating func publishAll() throws {
        let address = try SiteAddress(setting: "https://example.org")
        let settings = SiteSettings(
            name: "The Invented Gazette",
            address: address,
            language: "en"
        )
        var site = PublicSite(settings, sources: .none)
        for start in stride(from: 0, to: articles.all.count, by: Self.atOnce) {
            let few = articles.all[start..<min(start + Self.atOnce, articles.all.count)]
            for story in try rendered(Array(few)) {
                let (document, time) = (story.document, story.time)
                let receipt = try press.issue(story.slug, document, body: story.body, at: time)
                site.take(receipt, document: document)
                now = time.moment
            }
        }
        self.site = site
    }

    /// So many articles are read and rendered before they are published.
    private static let atOnce = 512

    /// A story with its body, before it is published.
    private struct Rendered: Sendable {
        let slug: String
        let document: CanonicalDocument
        let time: WrittenTime
        let body: [UInt8]
    }

    /// Reads articles and renders their bodies, on all cores; none links to another story.
    private func rendered(_ few: [Articles.Article]) throws -> [Rendered] {
        let (articles, times, press) = (articles, times, press)
        let found = Mutex<[Int: Result<[Rendered], any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: few.count) { place in
            let result = Result {
                let document = try articles.document(of: few[place])
                let time = try Self.time(of: few[place])
                return try (0..<times).map { round in
                    let again = round == 0 ? "" : "-again\(round)"
                    let slug = few[place].slug + again
                    let body = try press.body(of: document, slug: slug, at: time)
                    return Rendered(slug: slug, document: document, time: time, body: body)
                }
            }
            found.withLock { $0[place] = result }
        }
        return try found.withLock { found in
            try few.indices.flatMap { try found[$0]?.get() ?? [] }
        }
    }

    /// Hands the site over, so that nobody else holds it.
    mutating func takePublic() -> PublicSite {
        guard let site = site.take() else { preconditionFailure("it is published first") }
        return site
    }

    /// Corrects the story at a share of the archive.
    mutating func correct(share: Double) throws -> (receipt: Receipt, CanonicalDocument) {
        let ordinal = min(Int(share * Double(press.stories.count)), press.stories.count - 1)
        let story = press.stories[ordinal]
        now = Moment(milliseconds: now.milliseconds + 60_000)
        let fields = story.document.fields.merging([.note: "It was the other one."]) { $1 }
        let document = CanonicalDocument(
            fields: fields,
            body: story.document.body + "\nOne more sentence.\n"
        )
        let time = WrittenTime(now, offset: 0)
        let receipt = try press.issue(ordinal, story.slug, document, kind: "correction", at: time)
        return (receipt, document)
    }

    private static func time(of article: Articles.Article) throws -> WrittenTime {
        guard let time = WrittenTime(article.date) else {
            throw ValidationError("no date of \(article.slug)")
        }
        return time
    }
}
