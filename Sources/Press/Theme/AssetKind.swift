/// What a theme may bring along, by file extension.
enum AssetKind: String, CaseIterable {
    case jpg, png, svg, webp, woff, woff2

    /// Whether the bytes are what the extension says; a drawing is read whole, for a browser that
    /// opens it by itself runs what is in it.
    func check(_ bytes: [UInt8], called name: String) throws(PressError) {
        guard self != .svg else {
            _ = try MarkupReader(ThemeText(name, bytes), .drawing, [:]).html()
            return
        }
        guard bytes.starts(with: opening), bytes.dropFirst(8).starts(with: ninth) else {
            throw .badTheme(file: name, line: nil, "it is no \(rawValue)")
        }
    }

    /// The first bytes.
    private var opening: [UInt8] {
        switch self {
        case .jpg: [0xff, 0xd8, 0xff]
        case .png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
        case .svg: []
        case .webp: Array("RIFF".utf8)
        case .woff: Array("wOFF".utf8)
        case .woff2: Array("wOF2".utf8)
        }
    }

    /// The bytes from the ninth on.
    private var ninth: [UInt8] { self == .webp ? Array("WEBP".utf8) : [] }
}
