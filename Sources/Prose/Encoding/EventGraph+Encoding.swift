extension EventGraph {
    /// The whole history as bytes, which `init(encoded:)` reads.
    ///
    /// With the text at the frontier in front, `StoredText` gives that at once.
    public func encoded(withText: Bool = false) -> [UInt8] {
        var history = encodedHistory(plainly: false)
        if !isBelievable(in: history.count) { history = encodedHistory(plainly: true) }
        var writer = ByteWriter(header: withText ? EncodedHistory.hasSnapshot : 0)
        if withText {
            let text = Array(text(at: frontier).utf8)
            let isPlain = text.count > Limits.expansion(of: history.count)
            writer.write(text: text, plainly: isPlain)
        }
        writer.write(raw: history)
        return writer.bytes
    }

    /// What this history has and a version of it lacks, as bytes, which `merge(encoded:)` reads.
    ///
    /// Another replica tells its version by `names(of:)`; `version(of:)` finds here what both have.
    public func encoded(since frontier: Frontier) -> [UInt8] {
        let part = HistoryPart(of: self, since: frontier)
        var body = part.encoded(plainly: false)
        if !part.isBelievable(in: body.count) { body = part.encoded(plainly: true) }
        var writer = ByteWriter(header: EncodedHistory.isPart)
        writer.write(raw: body)
        return writer.bytes
    }
}

extension ByteWriter {
    /// Starts with the header of an encoded history.
    fileprivate init(header flags: UInt8) {
        self.init()
        write(raw: EncodedHistory.magic)
        write(EncodedHistory.version)
        write(flags)
    }
}

extension HistoryPart {
    fileprivate func isBelievable(in bytes: Int) -> Bool {
        graph.isBelievable(in: bytes) && outside.count <= Limits.rows(in: bytes)
    }

    /// What stands behind the header; plainly where readers would not believe how much it is.
    fileprivate func encoded(plainly: Bool) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(raw: graph.encodedHistory(plainly: plainly))
        writer.write(column: outsideEnds.indices.map { UInt32(outside(of: $0).count) })
        writer.write(column: outside.map(\.author), plainly: plainly)
        writer.write(column: outside.map(\.sequence))
        return writer.bytes
    }
}

extension EventGraph {
    /// Whether a reader of so many bytes would believe how much they hold.
    fileprivate func isBelievable(in bytes: Int) -> Bool {
        changes.count <= Limits.rows(in: bytes) && runs.count <= Limits.rows(in: bytes)
            && changes.parents.count <= Limits.rows(in: bytes)
            && text.utf8.count <= Limits.expansion(of: bytes)
    }

    /// What stands behind the header; plainly where readers would not believe how much it is.
    fileprivate func encodedHistory(plainly: Bool) -> [UInt8] {
        var writer = ByteWriter()
        writer.write(authors.keys.count)
        writer.write(changes.count)
        writer.write(runs.count)
        for key in authors.keys {
            writer.write(key.bytes.count)
            writer.write(raw: key.bytes)
        }
        writeChanges(to: &writer, plainly: plainly)
        writeRuns(to: &writer, plainly: plainly)
        writer.write(text: text.utf8, plainly: plainly)
        return writer.bytes
    }

    private func writeChanges(to writer: inout ByteWriter, plainly: Bool) {
        var next = [UInt32](repeating: 0, count: authors.keys.count)
        var newest: UInt32 = 0
        var (runCounts, names, sequences): ([UInt32], [UInt32], [UInt32]) = ([], [], [])
        for index in 0..<changes.count {
            let end = index + 1 < changes.count ? changes.firstRuns[index + 1] : UInt32(runs.count)
            runCounts.append(end - changes.firstRuns[index])
            let author = changes.authors[index]
            names.append(newest - author)
            newest = max(newest, author + 1)
            let sequence = changes.sequences[index]
            sequences.append(UInt32(zigzag: Int(sequence) - Int(next[Int(author)])))
            next[Int(author)] = sequence + UInt32(events(ofChange: index).count)
        }
        writer.write(column: runCounts, plainly: plainly)
        writer.write(column: names)
        writer.write(column: sequences)
        writeParents(to: &writer, plainly: plainly)
    }

    /// Parents as a count and, for each, how many changes back, and how many events before its end.
    private func writeParents(to writer: inout ByteWriter, plainly: Bool) {
        var (counts, distances, offsets): ([UInt32], [UInt32], [UInt32]) = ([], [], [])
        for index in 0..<changes.count {
            let (start, parents) = (changes.starts[index], changes.parents(of: index))
            if start > 0, parents.elementsEqual([start - 1]) {
                counts.append(0)
                continue
            }
            counts.append(UInt32(parents.count) + 1)
            for parent in parents {
                let change = changes.index(of: parent)
                distances.append(UInt32(index - change - 1))
                offsets.append(events(ofChange: change).upperBound - 1 - parent)
            }
        }
        writer.write(column: counts)
        writer.write(column: distances, plainly: plainly)
        writer.write(column: offsets)
    }

    private func writeRuns(to writer: inout ByteWriter, plainly: Bool) {
        let limit = EncodedHistory.lengthsOfKind
        var (heads, lengths, places): ([UInt8], [UInt32], [UInt32]) = ([], [], [])
        var cursors = Cursors()
        var change = 0
        for index in 0..<runs.count {
            let run = runs[index]
            while change + 1 < changes.count, changes.firstRuns[change + 1] <= index { change += 1 }
            heads.append(run.kind.rawValue * UInt8(limit) + UInt8(min(run.count, limit) - 1))
            if run.count >= limit { lengths.append(run.count - limit) }
            let author = changes.authors[change]
            places.append(UInt32(zigzag: Int(run.place) - Int(cursors.place(of: author))))
            cursors.note(run.kind, count: run.count, at: run.place, by: author)
        }
        writer.write(column: heads, plainly: plainly)
        writer.write(column: lengths)
        writer.write(column: places)
    }
}
