extension EventGraph {
    /// The edits that turn the text at one version into the text at another, from left to right.
    ///
    /// Each place is in the text that the edits before have left. Reads only what lies behind the
    /// last version that both have in their past and that nothing of theirs is concurrent with, and
    /// the text there where the new version brings some of it back.
    public func edits(from old: Frontier, to new: Frontier) -> [Edit] {
        guard old != new else { return [] }
        var section = section(since: [old, new])
        section.move(to: old.heads.map { UInt32($0) })
        section.tracker.markShown(as: .shownBefore)
        section.move(to: new.heads.map { UInt32($0) })
        var edits = PatchWriter()
        var before: InsertedText?
        section.tracker.visit { item in
            let (was, isShown) = (item.marks.contains(.shownBefore), item.state == 1)
            switch (was, isShown) {
            case (true, true): edits.keep(Int(item.count))
            case (true, false): edits.delete(Int(item.count))
            case (false, true):
                if item.id < Tracker.base {
                    let first = section.firstInsert + item.id
                    edits.insert(text.text(of: first..<(first + item.count)))
                } else {
                    // The new version brings back what the old one had deleted.
                    let known = before ?? textBefore([old, new])
                    let first = item.id - Tracker.base
                    edits.insert(known.text(of: first..<(first + item.count)))
                    before = known
                }
            case (false, false): break
            }
        }
        return edits.finished()
    }

    /// The text at the last critical version of some versions.
    private func textBefore(_ versions: [Frontier]) -> InsertedText {
        let critical = sinceLastCritical(of: versions).base.map { [Int($0)] } ?? []
        var before = InsertedText()
        before.append(text(at: Frontier(critical)))
        return before
    }

    /// The replay of what some versions have behind their last critical version, in steps that end
    /// with the heads and with some other events.
    func section(since versions: [Frontier], cutAt ends: [UInt32] = []) -> Section {
        let (base, parts) = sinceLastCritical(of: versions)
        let length = base.map { self.length(at: [Int($0)]) } ?? 0
        var section = Section()
        var plan = Section.Plan(parts: parts[...], length: UInt32(length))
        plan.stops = (versions.flatMap { $0.heads.map { UInt32($0) } } + ends).sorted()
        do {
            try section.replay(plan, of: self)
        } catch {
            preconditionFailure("every place was checked when its change was added")
        }
        return section
    }
}

/// Edits being written from left to right.
private struct PatchWriter {
    private var edits: [Edit] = []
    private var place = 0
    private var deleted = 0
    private var inserted = ""

    mutating func keep(_ count: Int) {
        flush()
        place += count
    }

    mutating func delete(_ count: Int) { deleted += count }

    mutating func insert(_ text: String) { inserted += text }

    mutating func finished() -> [Edit] {
        flush()
        return edits
    }

    private mutating func flush() {
        if deleted > 0 { edits.append(.delete(count: deleted, at: place)) }
        if !inserted.isEmpty { edits.append(.insert(inserted, at: place)) }
        place += inserted.unicodeScalars.count
        (deleted, inserted) = (0, "")
    }
}
