import Newsroom

extension Manifest {
    /// Reads exactly what `text` writes.
    ///
    /// - Throws: `BundleError.version`, `.badLine`, or `.critical` for a word of a newer version.
    public init(parsing bytes: [UInt8]) throws(BundleError) {
        guard bytes.count <= Self.limitBytes, let text = String(validating: bytes, as: UTF8.self)
        else { throw .badLine(1) }
        var lines = Lines(text)
        let format = try lines.value(after: "stet-bundle")
        guard format == "1" else { throw .version(format) }
        let newsroom = try lines.read("newsroom") { NewsroomID(hex: $0) }
        let packer = try lines.read("packer") { word -> DeviceKey?? in
            word == "-" ? .some(nil) : DeviceKey(hex: word).map { .some($0) }
        }
        self.init(
            newsroom: newsroom,
            packer: packer,
            packedAt: Moment(milliseconds: try lines.read("packed-at") { Int64($0) }),
            entries: try lines.read("entries") { natural($0) },
            rawBytes: try lines.read("raw-bytes") { natural($0) },
            members: try lines.all("file") { Member($0) },
            stretches: try lines.all("range") { Stretch($0) },
            needs: try lines.all("need") { $0.count == 1 ? EntryID(hex: $0[0]) : nil },
            critical: try lines.all("crit") { $0.count == 1 ? String($0[0]) : nil }
        )
        try lines.end()
        // Whatever reads in two ways would be signed in one and believed in another.
        guard text.utf8.elementsEqual(self.text.utf8) else { throw .badLine(1) }
        if let word = critical.first { throw .critical(word) }
    }
}

extension Manifest.Member {
    fileprivate init?(_ words: [Substring]) {
        guard words.count == 4, words[2] == "sha256", let count = natural(words[1]),
            let digest = Bytes32(hex: words[3])
        else { return nil }
        self.init(name: String(words[0]), byteCount: count, digest: digest)
    }
}

extension Manifest.Stretch {
    fileprivate init?(_ words: [Substring]) {
        guard words.count == 4, let log = LogID(hex: words[0]), let from = UInt64(words[1]),
            let to = UInt64(words[2]), from <= to, to < EntryHeader.maximumNumber,
            let head = EntryID(hex: words[3])
        else { return nil }
        self.init(log: log, from: from, to: to, head: head)
    }
}

/// The lines of a manifest, in their order.
private struct Lines {
    private let lines: [Substring]
    private var place = 0

    init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

    mutating func value(after word: String) throws(BundleError) -> String {
        guard place < lines.count, lines[place].hasPrefix(word + " ") else {
            throw .badLine(place + 1)
        }
        place += 1
        return String(lines[place - 1].dropFirst(word.utf8.count + 1))
    }

    mutating func read<Value>(
        _ word: String,
        _ parse: (String) -> Value?
    ) throws(BundleError) -> Value {
        guard let value = parse(try value(after: word)) else { throw .badLine(place) }
        return value
    }

    mutating func all<Value>(
        _ word: String,
        _ parse: ([Substring]) -> Value?
    ) throws(BundleError) -> [Value] {
        var values: [Value] = []
        while place < lines.count, lines[place].hasPrefix(word + " ") {
            let words = lines[place].split(separator: " ", omittingEmptySubsequences: false)
            place += 1
            guard let value = parse(Array(words.dropFirst())) else { throw .badLine(place) }
            values.append(value)
        }
        return values
    }

    func end() throws(BundleError) {
        guard place + 2 == lines.count, lines[place] == "end", lines[place + 1].isEmpty else {
            throw .badLine(place + 1)
        }
    }
}

/// A count, never negative.
private func natural(_ text: some StringProtocol) -> Int? {
    Int(text).flatMap { $0 >= 0 ? $0 : nil }
}
