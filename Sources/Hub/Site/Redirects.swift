/// What moved or went, as `redirects.txt` says it (publishing.md 2.1): `301 OLD NEW`, `410 PATH`,
/// `451 PATH`, where `/x/` covers all below it and `=/x/` only itself.
struct Redirects: Sendable {
    /// What is said of a path.
    enum Word: Hashable, Sendable {
        case moved(to: String)
        /// 410, or 451 where the law said so.
        case gone(Int)
    }

    private var alone: [String: Word] = [:]
    private var below: [String: Word] = [:]

    init(parsing text: String) {
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            guard parts.count >= 2 else { continue }
            let word: Word
            switch (parts[0], parts.count) {
            case ("301", 3): word = .moved(to: parts[2])
            case ("410", 2), ("451", 2): word = .gone(parts[0] == "410" ? 410 : 451)
            default: continue
            }
            if parts[1].hasPrefix("=") {
                alone[String(parts[1].dropFirst())] = word
            } else {
                below[parts[1]] = word
            }
        }
    }

    /// What is said of a path; nil where nothing is.
    subscript(path: String) -> Word? {
        if let word = alone[path] { return word }
        var folder = path[...]
        while let slash = folder.lastIndex(of: "/") {
            let beginning = String(path[...slash])
            switch below[beginning] {
            case .moved(let new): return .moved(to: new + path.dropFirst(beginning.count))
            case .gone(let status): return .gone(status)
            case nil: folder = folder[..<slash]
            }
        }
        return nil
    }
}
