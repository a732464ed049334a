/// A BCP 47 tag as pages and feeds use it.
struct Language: Hashable, Sendable {
    /// The tag in its usual case: `pt-BR`, `az`, `sr-Latn`.
    let tag: String
    /// The first part: `pt`.
    let primary: String
    /// Whether it is written from right to left.
    let isRightToLeft: Bool

    init(_ written: String) {
        let tag = written.split(separator: "-").enumerated().map { index, part in
            switch (index, part.utf8.count) {
            case (0, _): part.lowercased()
            case (_, 2): part.uppercased()
            case (_, 4): part.prefix(1).uppercased() + part.dropFirst().lowercased()
            default: part.lowercased()
            }
        }.joined(separator: "-")
        let parts = tag.split(separator: "-")
        let primary = parts.first.map { String($0) } ?? "en"
        let script = parts.first { $0.utf8.count == 4 }
        self.tag = tag
        self.primary = primary
        isRightToLeft =
            script.map { ["Arab", "Hebr"].contains($0) } ?? Self.rightToLeft.contains(primary)
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
