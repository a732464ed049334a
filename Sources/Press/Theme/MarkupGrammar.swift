/// What may be in a theme's markup.
///
/// It is a list of what is allowed, so what nobody thought of is not: no script, style, form or frame,
/// nothing from elsewhere, nothing that acts.
struct MarkupGrammar: Sendable {
    let elements: Set<String>
    /// The elements that have no end.
    var empty: Set<String> = []
    /// Whether any element may end with `/>`, as in XML.
    var closesItself = false
    /// Whether words may stand between the elements.
    var hasWords = true
    private let attributes: Set<String>
    private let isDrawing: Bool

    private init(_ elements: String, _ attributes: String, isDrawing: Bool = false) {
        self.elements = Self.words(elements)
        self.attributes = Self.words(attributes)
        self.isDrawing = isDrawing
    }

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map { String($0) })
    }

    /// What may stand at a place of a page.
    static func page(_ place: Theme.Place) -> MarkupGrammar { place == .head ? head : body }

    private static let head: MarkupGrammar = {
        var grammar = MarkupGrammar("link meta", "content href name property rel")
        grammar.empty = grammar.elements
        grammar.hasWords = false
        return grammar
    }()

    private static let body: MarkupGrammar = {
        var grammar = MarkupGrammar(
            """
            a abbr address aside b bdi br cite code dd div dl dt em figcaption figure h2 h3 h4 hr i
            img li mark nav ol p q s section small span strong sub sup time ul wbr
            """,
            """
            alt aria-hidden aria-label class datetime dir height href hreflang lang rel role src
            title width
            """
        )
        grammar.empty = ["br", "hr", "img", "wbr"]
        return grammar
    }()

    /// A drawing in SVG: shapes and words, which name only each other.
    static let drawing: MarkupGrammar = {
        var grammar = MarkupGrammar(
            """
            circle clipPath defs desc ellipse g line linearGradient mask path pattern polygon
            polyline radialGradient rect stop svg symbol text title tspan use
            """,
            """
            aria-hidden aria-label class clip-path clip-rule clipPathUnits color cx cy d dx dy fill
            fill-opacity fill-rule font-family font-size font-style font-weight fx fy
            gradientTransform gradientUnits height href id lang letter-spacing mask maskUnits offset
            opacity patternTransform patternUnits points preserveAspectRatio r role rx ry spreadMethod
            stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
            stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor transform
            version viewBox width x x1 x2 xmlns y y1 y2
            """,
            isDrawing: true
        )
        grammar.closesItself = true
        return grammar
    }()

    /// Whether an element may have an attribute.
    func allows(_ attribute: String, of element: String) -> Bool {
        attributes.contains(attribute) && (attribute != "src" || element == "img")
    }

    /// An attribute's value as the site has it; nil for one that is not allowed.
    func value(
        _ value: String,
        of attribute: String,
        in element: String,
        _ assets: [String: SiteFile]
    ) -> String? {
        switch (attribute, element) {
        case _ where isDrawing: Self.isInside(value, isLink: attribute == "href") ? value : nil
        case ("src", _): Theme.address(of: value, among: assets)
        case ("rel", "link"): Self.relations.contains(value) ? value : nil
        case ("href", _): Theme.address(of: value, among: assets) ?? Self.link(value)
        default: value
        }
    }

    /// What a page's head may link to without a browser fetching it.
    private static let relations: Set = [
        "author", "help", "license", "me", "privacy-policy", "terms-of-service",
    ]

    /// Where a reader may be led: a page here or elsewhere, or a letter.
    private static func link(_ value: String) -> String? {
        let openings = ["/", "#", "https://", "http://", "mailto:"]
        return openings.contains { value.hasPrefix($0) } ? value : nil
    }

    /// Whether a value of a drawing names nothing outside it; escapes could hide that it does.
    private static func isInside(_ value: String, isLink: Bool) -> Bool {
        guard !value.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") })
        else { return false }
        if isLink { return value.hasPrefix("#") }
        let parts = value.lowercased().split(separator: "url(", omittingEmptySubsequences: false)
        return parts.dropFirst().allSatisfy { $0.hasPrefix("#") }
    }
}
