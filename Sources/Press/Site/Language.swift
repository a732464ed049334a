/// A BCP 47 tag as pages and feeds use it.
struct Language: Hashable, Sendable {
    /// The tag in its usual case: `pt-BR`, `az`, `sr-Latn`.
    let tag: String

    init(_ written: String) {
        tag = written.split(separator: "-").enumerated().map { index, part in
            switch (index, part.utf8.count) {
            case (0, _): part.lowercased()
            case (_, 2): part.uppercased()
            case (_, 4): part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: part.lowercased()
            }
        }.joined(separator: "-")
    }

    /// The first part: `pt`.
    var primary: String { tag.split(separator: "-").first.map { String($0) } ?? "en" }

    /// Whether it is written from right to left.
    var isRightToLeft: Bool {
        let script = tag.split(separator: "-").first { $0.utf8.count == 4 }
        if let script { return ["Arab", "Hebr"].contains(script) }
        return Self.rightToLeft.contains(primary)
    }

    /// `rtl` or `ltr`.
    var direction: String { isRightToLeft ? "rtl" : "ltr" }

    /// The tag with a region, as RSS readers expect it: `en-us`.
    var withRegion: String {
        let parts = tag.split(separator: "-")
        let region = parts.dropFirst().first { $0.utf8.count == 2 }.map { String($0) }
        return "\(primary)-\((region ?? Self.regions[primary] ?? primary).lowercased())"
    }

    private static let rightToLeft: Set = [
        "ar", "arc", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi",
    ]

    private static let regions = [
        "en": "us", "ar": "eg", "az": "az", "cs": "cz", "da": "dk", "el": "gr", "et": "ee",
        "fa": "ir", "he": "il", "hi": "in", "hy": "am", "ja": "jp", "ka": "ge", "kk": "kz",
        "ko": "kr", "pt": "br", "sl": "si", "sq": "al", "sr": "rs", "sv": "se", "uk": "ua",
        "ur": "pk", "vi": "vn", "zh": "cn",
    ]
}
