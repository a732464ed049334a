import Newsroom

/// The name of one file of the site: each has one path, and one rule that makes it.
enum SitePart: Hashable, Sendable {
    case asset(String)
    case picture(Bytes32)
    case proof(ordinal: Int, place: Int)
    case proofPage(Int)
    case ninjs(Int)
    case story(Int)
    case stub(ordinal: Int, folder: String)
    case front
    case list(ListKey)
    case month(ListKey, String)
    case day(ListKey, String)
    case names(NameKind)
    case corrections
    case correctionsYear(Int)
    case archive(Int)
    case feed(FeedKey, FeedFormat)
    case sitemapMonth(String)
    case sitemapLists, sitemapIndex, newsSitemap
    case words(WordPage)
    case robots
    case keys
    case root(Int)
    case tile(level: Int, place: Int)
    case receipts(Int)
    case checkpoint(CheckpointFile)
    case redirects

    /// The lists that have a page of their names.
    enum NameKind: String, CaseIterable, Sendable {
        case sections, tags, authors
    }

    /// The pages that say how things work.
    enum WordPage: String, CaseIterable, Sendable {
        case feeds, checking, notFound
    }

    /// The three forms of the log's head.
    enum CheckpointFile: String, CaseIterable, Sendable {
        case text = "checkpoint.txt"
        case seal = "checkpoint.sig"
        case note = "checkpoint"
    }
}

/// Which stories a feed is about.
enum FeedKey: Hashable, Sendable {
    case all, corrections
    case section(String)
    case language(String)

    /// The path without extension.
    var stem: String {
        switch self {
        case .all: "feeds/all"
        case .corrections: "feeds/corrections"
        case .section(let name): "feeds/sections/\(name)"
        case .language(let name): "feeds/languages/\(name)"
        }
    }

    /// The list that it shows; nil for the corrections.
    var list: ListKey? {
        switch self {
        case .all: .latest
        case .corrections: nil
        case .section(let name): .section(name)
        case .language(let name): .language(name)
        }
    }
}

extension SitePart {
    /// The order of writing: what refers to something is written after it (publishing.md 1.4).
    var step: Int {
        switch self {
        case .asset, .picture: 0
        case .proof, .proofPage, .ninjs, .story, .stub: 1
        case .front, .list, .month, .day, .names, .corrections, .correctionsYear, .words: 2
        case .archive: 3
        case .feed: 4
        case .sitemapMonth, .sitemapLists: 5
        case .sitemapIndex, .newsSitemap, .robots: 6
        case .keys, .root, .tile, .receipts: 7
        case .checkpoint: 8
        case .redirects: 9
        }
    }
}

extension PublicSite {
    /// The path of a file from the site's root.
    func path(of part: SitePart) -> String {
        switch part {
        case .asset(let path): path
        case .picture(let hash): sources.picture(hash)?.path ?? "media/\(hash)"
        case .proof(let ordinal, let place):
            "\(stories[ordinal].folder)proof/\(stories[ordinal].receipts[place].number).tar"
        case .proofPage(let ordinal): "\(stories[ordinal].folder)proof/index.html"
        case .ninjs(let ordinal): "\(stories[ordinal].folder)story.ninjs.json"
        case .story(let ordinal): "\(stories[ordinal].folder)index.html"
        case .stub(_, let folder): "\(folder)index.html"
        case .front: "index.html"
        case .list(let key): "\(key.path)/index.html"
        case .month(let key, let month), .day(let key, let month):
            "\(key.path)/\(month)/index.html"
        case .names(let kind): "\(kind.rawValue)/index.html"
        case .corrections: "corrections/index.html"
        case .correctionsYear(let year): "corrections/\(padded(year, to: 4))/index.html"
        case .archive(let number): "feeds/archive/\(number).atom"
        case .feed(let key, let format): "\(key.stem).\(format.rawValue)"
        case .sitemapMonth(let month):
            "sitemaps/\(month.split(separator: "/").joined(separator: "-")).xml"
        case .sitemapLists: "sitemaps/lists.xml"
        case .sitemapIndex: "sitemap.xml"
        case .newsSitemap: "sitemap-news.xml"
        case .words(.notFound): "404.html"
        case .words(let page): "\(page.rawValue)/index.html"
        case .robots: "robots.txt"
        case .keys: "\(wellKnown)/keys.tar"
        case .root(let number): "\(wellKnown)/root-\(number).pem"
        case .tile(let level, let place): "\(wellKnown)/log/tiles/\(level)/\(padded(place, to: 6))"
        case .receipts(let block): "\(wellKnown)/log/receipts/\(padded(block, to: 6)).txt"
        case .checkpoint(let file): "\(wellKnown)/log/\(file.rawValue)"
        case .redirects: "redirects.txt"
        }
    }
}

/// Where keys and log lie on the site.
let wellKnown = ".well-known/stet"
