// What the rest of the engine asks of merging.

extension EventGraph {
    /// The text at a version, as pieces of what was inserted.
    func pieces(
        at frontier: Frontier,
        settingAside ranges: [Range<EventIndex>] = []
    ) -> PieceTree {
        var replay = Replay(settingAside: ranges)
        do {
            try replay.run(History(of: frontier, in: self), of: self)
        } catch {
            preconditionFailure("every place was checked when its change was added")
        }
        return replay.text
    }

    /// The length of the text at a version with several heads.
    func mergedLength(at frontier: Frontier) -> Int {
        var section = section(since: [frontier])
        section.move(to: frontier.heads.map { UInt32($0) })
        return Int(section.tracker.preparedLength)
    }

    /// The text of pieces.
    func string(of pieces: borrowing PieceTree) -> String {
        var ranges: [Range<Int>] = []
        var bytes = 0
        pieces.visit { piece in
            let range = text.bytes(of: piece.start..<piece.end)
            bytes += range.count
            ranges.append(range)
        }
        return unsafe String(unsafeUninitializedCapacity: bytes) { buffer in
            var filled = 0
            for range in ranges {
                for index in range {
                    unsafe buffer[filled] = text.utf8[index]
                    filled += 1
                }
            }
            return filled
        }
    }
}
