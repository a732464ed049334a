extension EventGraph {
    /// Reads what `encoded(withText:)` wrote, and checks every place by replaying the history.
    ///
    /// Takes at most about 100 times as much memory as there are bytes. O(r log r) for r runs.
    public init(encoded bytes: [UInt8]) throws(EncodingError) {
        var replay = Replay()
        try self.init(encoded: bytes, replay: &replay)
    }

    /// Reads a history and merges it on the way: the graph and the text at its frontier.
    public static func merged(
        encoded bytes: [UInt8]
    ) throws(EncodingError) -> (graph: EventGraph, text: String) {
        var replay = Replay()
        let graph = try EventGraph(encoded: bytes, replay: &replay)
        return (graph, graph.string(of: replay.text))
    }

    private init(encoded bytes: [UInt8], replay: inout Replay) throws(EncodingError) {
        var (reader, flags) = try ByteReader.openWhole(bytes)
        if flags & EncodedHistory.hasSnapshot != 0 {
            _ = try reader.readText(upTo: Limits.expansion(of: bytes.count))
        }
        var graph = try HistoryDecoder.decode(&reader)
        try reader.expectEnd()
        do {
            try replay.run(History(), of: graph)
        } catch {
            throw .badEvent(error)
        }
        graph.changes.lengths = replay.lengths
        graph.frontier = Frontier(replay.heads.map { Int($0) })
        self = graph
    }
}

extension ByteReader {
    /// Reads the header; returns the flags.
    static func open(_ bytes: [UInt8]) throws(EncodingError) -> (ByteReader, flags: UInt8) {
        guard bytes.starts(with: EncodedHistory.magic) else { throw .notProse }
        var reader = ByteReader(bytes, at: EncodedHistory.magic.count)
        let version = try reader.readByte()
        guard version == EncodedHistory.version else { throw .unknownVersion(Int(version)) }
        let place = reader.place
        let flags = try reader.readByte()
        guard flags <= EncodedHistory.isPart else {
            throw .nonsense(at: place, what: "unknown flags")
        }
        return (reader, flags)
    }

    /// The same for bytes that are to hold a whole history.
    static func openWhole(_ bytes: [UInt8]) throws(EncodingError) -> (ByteReader, flags: UInt8) {
        let (reader, flags) = try open(bytes)
        guard flags != EncodedHistory.isPart else {
            throw .nonsense(at: reader.place - 1, what: "a part of a history, not all of it")
        }
        return (reader, flags)
    }

    /// Sees to it that nothing is left.
    func expectEnd() throws(EncodingError) {
        guard isAtEnd else { throw .nonsense(at: place, what: "bytes behind the end") }
    }
}
