import Foundation
import Newsroom

/// What a saved page says of itself, for machines.
struct PageHints {
    /// How good a source is: the better one counts.
    enum Source: Int {
        case markup = 1
        case openGraph, linkedData
    }

    /// What a source says.
    struct Hint {
        let text: String
        let source: Source
    }

    /// The page's title.
    var title = ""
    private var hints: [BlockName: Hint] = [:]
    private var base: URL?
    private var links = 0

    /// What the page says of a field; nil where it is silent.
    subscript(name: BlockName) -> Hint? { hints[name] }

    private mutating func set(_ name: BlockName, _ value: String?, _ source: Source) {
        let text = value?.inOneLine ?? ""
        let isBetter = source.rawValue > hints[name]?.source.rawValue ?? 0
        guard isBetter, !text.isEmpty, text.utf8.count <= 2_000 else { return }
        hints[name] = Hint(text: text, source: source)
    }

    /// Reads what a tag says.
    mutating func read(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "html": set(.language, attributes["lang"], .markup)
        case "base": base = base ?? Self.absolute(attributes["href"])
        case "link" where attributes["rel"]?.lowercased() == "canonical":
            base = base ?? Self.absolute(attributes["href"])
        case "meta": readMeta(attributes)
        case "time": set(.date, attributes["datetime"], .markup)
        default: break
        }
    }

    private mutating func readMeta(_ attributes: [String: String]) {
        let name = (attributes["property"] ?? attributes["name"] ?? "").lowercased()
        guard let (field, source) = Self.metaFields[name] else { return }
        let value = attributes["content"]
        set(field, field == .language ? value?.replacing("_", with: "-") : value, source)
    }

    private static let metaFields: [String: (BlockName, Source)] = [
        "og:title": (.headline, .openGraph), "twitter:title": (.headline, .markup),
        "og:description": (.standfirst, .openGraph), "description": (.standfirst, .markup),
        "author": (.byline, .markup), "article:section": (.section, .openGraph),
        "og:locale": (.language, .markup), "article:published_time": (.date, .openGraph),
    ]

    /// Reads a block of linked data; what is no article is left alone.
    mutating func read(linkedData source: String) {
        guard source.utf8.count <= ImportLimits.linkedDataBytes,
            let value = try? JSONSerialization.jsonObject(with: Data(source.utf8))
        else { return }
        let graph = (value as? [String: Any])?["@graph"] as? [Any]
        for item in graph ?? (value as? [Any]) ?? [value] {
            guard let item = item as? [String: Any], Self.isArticle(item["@type"]) else { continue }
            read(article: item)
        }
    }

    private static func isArticle(_ type: Any?) -> Bool {
        let types = (type as? [Any])?.compactMap { $0 as? String } ?? [type as? String ?? ""]
        return types.contains { $0.hasSuffix("Article") || $0 == "BlogPosting" }
    }

    private mutating func read(article: [String: Any]) {
        set(.headline, article["headline"] as? String, .linkedData)
        set(.standfirst, article["description"] as? String, .linkedData)
        let sections = article["articleSection"]
        set(.section, sections as? String ?? (sections as? [Any])?.first as? String, .linkedData)
        set(.language, article["inLanguage"] as? String, .linkedData)
        set(.date, article["datePublished"] as? String, .linkedData)
        let authors = (article["author"] as? [Any]) ?? [article["author"] as Any]
        let names = authors.compactMap { author in
            (author as? [String: Any])?["name"] as? String ?? author as? String
        }
        set(.byline, names.joined(separator: ", "), .linkedData)
    }

    /// What an element says that it holds: in microdata, by its relation, or by its name.
    static func role(of name: String, _ attributes: [String: String]) -> BlockName? {
        switch attributes["itemprop"] {
        case "headline": return .headline
        case "author": return .byline
        case "datePublished", "dateModified": return .date
        case "description": return .standfirst
        default: break
        }
        if name == "time" { return .date }
        return attributes["rel"] == "author" ? .byline : nil
    }
}

extension PageHints {
    /// The absolute address of a link, without what follows readers around; nil where a body may not
    /// hold it.
    mutating func address(_ href: String?) -> String? {
        links += 1
        guard links <= ImportLimits.links, let href, href.utf8.count <= 2_000,
            let url = URL(string: href.inOneLine, relativeTo: base)?.absoluteURL,
            var parts = URLComponents(url: url, resolvingAgainstBaseURL: true)
        else { return nil }
        if let items = parts.queryItems, items.contains(where: Self.isTracking) {
            let kept = items.filter { !Self.isTracking($0) }
            parts.queryItems = kept.isEmpty ? nil : kept
        }
        return parts.string.flatMap { try? BodyAddress($0).text }
    }

    private static func isTracking(_ item: URLQueryItem) -> Bool {
        item.name.hasPrefix("utm_") || ["fbclid", "gclid", "yclid", "mc_cid"].contains(item.name)
    }

    private static func absolute(_ href: String?) -> URL? {
        href.flatMap { URL(string: $0) }.flatMap { $0.scheme == nil ? nil : $0 }
    }
}

extension PageHints {
    /// What the page says and no block of it says, as blocks: what is not filled in by then.
    func unseen(_ fields: [DocumentField: String], in blocks: [ForeignBlock]) -> [NamedBlock] {
        [BlockName.headline, .standfirst, .byline, .section, .language, .date].compactMap { name in
            guard let hint = self[name], name.field.map({ fields[$0] == nil }) ?? true else {
                return nil
            }
            if name.field?.refusal(of: hint.text) != nil { return nil }
            let isDoubtful = name == .standfirst
            if isDoubtful, Self.begins(hint.text, among: blocks) { return nil }
            let why = isDoubtful ? "only for search engines" : "the page says so"
            return NamedBlock(
                block: ForeignBlock(plain: hint.text),
                naming: Naming(name, isSure: !isDoubtful, why),
                fate: name == .date ? .note : .field
            )
        }
    }

    /// Whether a description is only the beginning of a paragraph.
    private static func begins(_ text: String, among blocks: [ForeignBlock]) -> Bool {
        let saying = text.saying
        return blocks.contains { $0.text.prefix(1_000).saying.hasPrefix(saying) }
    }
}
