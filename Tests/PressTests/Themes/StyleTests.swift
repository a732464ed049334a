import Foundation
import Press
import TestSupport
import Testing

struct `The built-in style` {
    private static let text =
        (try? ThemedSite(Theme())).flatMap { site in
            site.asset("site").map { site[$0] }
        } ?? ""

    @Test func `has at most 12 KiB`() {
        #expect((1...12_288).contains(Self.text.utf8.count))
    }

    @Test func `is one that a theme may bring`() throws {
        let site = try ThemedSite(["style.css": Self.text])
        #expect(site[try #require(site.asset("site"))] == Self.text)
    }

    @Test func `knows no left, right, top and bottom`() {
        let physical = [
            /(?:^|[\s{;-])(?:left|right|top|bottom)\b/, /[\s{;](?:min-|max-)?(?:width|height)\s*:/,
        ]
        // The width of the window, asked for in `@media`, has no logical name.
        let text = Self.text.replacing(/\/\*[^*]*\*\/|@media \(min-width: \w+\)/, with: "")
        for property in physical {
            #expect(text.firstMatch(of: property).map { String($0.output) } == nil)
        }
        #expect("a{margin-left:0}".contains(physical[0]) && "a{ width: 1px }".contains(physical[1]))
    }

    /// The contrasts of WCAG 2.2 that the plan names, light and dark.
    @Test(arguments: [
        (0, "text", "back", 17.3), (0, "link", "back", 7.1), (0, "quiet", "back", 6.9),
        (0, "text", "note", 15.8), (0, "quiet", "tint", 4.5), (1, "text", "back", 15.2),
        (1, "link", "back", 8.8), (1, "quiet", "back", 7.8), (1, "text", "note", 10.7),
        (1, "quiet", "tint", 4.5), (2, "quiet", "back", 7.0),
    ])
    func `has enough contrast`(scheme: Int, ink: String, paper: String, least: Double) throws {
        let schemes = Self.text.split(separator: ":root {").dropFirst().map {
            $0.prefix { $0 != "}" }
        }
        try #require(schemes.count == 3)
        let ratio = try Self.contrast(
            Self.luminance(of: ink, in: schemes[scheme]),
            Self.luminance(of: paper, in: schemes[scheme])
        )
        #expect(ratio >= least, "\(ink) on \(paper) has \(ratio)")
    }

    private static func contrast(_ one: Double, _ other: Double) -> Double {
        (max(one, other) + 0.05) / (min(one, other) + 0.05)
    }

    /// The relative luminance of WCAG 2.2.
    private static func luminance(of name: String, in scheme: Substring) throws -> Double {
        let start = try #require(scheme.range(of: "--\(name): #")).upperBound
        let digits = scheme[start...].prefix { $0.isHexDigit }
        let full = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
        let value = try #require(Int(full, radix: 16))
        let parts = [value >> 16, value >> 8 & 0xff, value & 0xff].map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
