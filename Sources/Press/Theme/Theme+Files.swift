import Ledger

extension Theme {
    /// Reads and checks the files of a theme, by their names in it: `assets/icon.svg`.
    ///
    /// A folder and an archive are read alike; equal files make equal themes, in whatever order.
    ///
    /// - Throws: `PressError.badTheme`, which names file and line.
    package init(files: [(name: String, bytes: [UInt8])]) throws(PressError) {
        self.init()
        let files = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        try Self.refuseExcess(in: files)
        // Styles and markup name the assets, so these come first.
        let isAsset = { (name: String) in name.hasPrefix("assets/") }
        for file in files where isAsset(file.name) { try readAsset(file.name, file.bytes) }
        for file in files where !isAsset(file.name) {
            try read(try ThemeText(Self.known(file.name), file.bytes))
        }
        fingerprint = digest(
            files.flatMap { Array("\($0.name)\n\($0.bytes.count)\n".utf8) + $0.bytes }
        )
    }

    private static func refuseExcess(
        in files: [(name: String, bytes: [UInt8])]
    ) throws(PressError) {
        let bytes = files.reduce(0) { $0 + $1.bytes.count }
        guard files.count <= ThemeLimits.files, bytes <= ThemeLimits.bytes else {
            throw .badTheme(file: nil, line: nil, "it has over 4 MiB or 256 files")
        }
        for (one, next) in zip(files, files.dropFirst()) where one.name == next.name {
            throw .badTheme(file: known(one.name), line: nil, "it is there twice")
        }
    }

    private mutating func read(_ text: ThemeText) throws(PressError) {
        switch text.name {
        case "site.txt": try readSite(text)
        case "blocks.txt": try readBlocks(text)
        case "style.css": style = try StyleReader(text, assets).style()
        case "extra.css": extraStyle = try StyleReader(text, assets).style()
        default:
            if let place = Place(ofFile: text.name) {
                fragments[place] = try MarkupReader(text, .page(place), assets).html()
            } else if let language = Self.labelled(text.name) {
                labels[language] = try text.labels()
            } else {
                throw .badTheme(file: text.name, line: nil, "no theme has such a file")
            }
        }
    }

    /// A name as it may be repeated in an error.
    private static func known(_ name: String) -> String {
        let isPlain =
            name.utf8.count <= 100
            && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "`") }
        return isPlain ? name : "a file with a strange name"
    }

    /// The language of `labels/LANG.txt`, a primary subtag; nil for other names.
    private static func labelled(_ name: String) -> String? {
        guard let match = name.wholeMatch(of: /labels\/([a-z]{2,3})\.txt/) else { return nil }
        return String(match.1)
    }
}

extension Theme.Place {
    /// The place of `head.html`; nil for other names.
    fileprivate init?(ofFile name: String) {
        guard name.hasSuffix(".html") else { return nil }
        self.init(rawValue: String(name.dropLast(5)))
    }
}

extension Theme {
    /// The address on the site of a file that the theme names `assets/NAME`; nil for any other.
    static func address(
        of reference: String,
        among assets: [String: SiteFile]
    ) -> String? {
        guard reference.hasPrefix("assets/") else { return nil }
        return assets[String(reference.dropFirst(7))].map { "/\($0.path)" }
    }

    /// Takes a picture or a font in whose bytes is what its name says.
    private mutating func readAsset(_ path: String, _ bytes: [UInt8]) throws(PressError) {
        let shown = Self.known(path)
        let name = String(path.dropFirst(7))
        guard let match = name.wholeMatch(of: /[a-z0-9][a-z0-9_-]{0,63}\.([a-z0-9]{2,5})/) else {
            throw .badTheme(file: shown, line: nil, "a name is like `logo-2.png`, in lower case")
        }
        guard let kind = AssetKind(rawValue: String(match.1)) else {
            let kinds = AssetKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw .badTheme(file: shown, line: nil, "an asset is one of \(kinds)")
        }
        guard bytes.count <= ThemeLimits.assetBytes else {
            throw .badTheme(file: shown, line: nil, "it has over 1 MiB")
        }
        try kind.check(bytes, called: shown)
        assets[name] = SiteFile(asset: name, bytes)
    }
}
