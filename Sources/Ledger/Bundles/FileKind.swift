/// A kind of file that people take for a bundle, told by how it begins.
enum FileKind: String, CaseIterable, CustomStringConvertible {
    case zip = "PK"
    case gzip = "\u{1F}\u{8B}"
    case pdf = "%PDF"
    case page = "<"
    case database = "SQLite format 3"
    case key = "-----BEGIN"
    case entry = "STE1"

    init?(startingWith bytes: [UInt8]) {
        let kind = Self.allCases.first { kind in
            bytes.starts(with: kind.rawValue.unicodeScalars.map { UInt8($0.value) })
        }
        guard let kind else { return nil }
        self = kind
    }

    var description: String {
        switch self {
        case .zip: "a zip archive"
        case .gzip: "a gzip file"
        case .pdf: "a PDF"
        case .page: "a web page"
        case .database: "a database"
        case .key: "a key or certificate"
        case .entry: "a single entry"
        }
    }
}
