/// A text that somebody is editing, and what he has done to it since it was last handed in.
public struct Manuscript: ~Copyable {
    /// The text.
    public private(set) var rope: Rope
    private var runs = Runs()
    private var inserted: [UInt8] = []

    /// Takes up a text.
    public init(_ text: String = "") { rope = Rope(text) }

    /// Whether anything was done since it was last handed in.
    public var isChanged: Bool { runs.eventCount > 0 }

    /// Inserts text before the scalar at `place`.
    public mutating func insert(_ text: String, at place: Int) throws(RopeError) {
        let before = rope.scalarCount
        try rope.insert(text, at: place)
        let added = UInt32(rope.scalarCount - before)
        runs.append(.insert, count: added, at: UInt32(place), joins: true)
        inserted.append(contentsOf: text.utf8)
    }

    /// Removes scalars from `place` on.
    public mutating func delete(_ count: Int, at place: Int) throws(RopeError) {
        try rope.delete(count, at: place)
        runs.append(.delete, count: UInt32(count), at: UInt32(place), joins: true)
    }

    /// Hands in the edits since the last time, as `EventGraph.append` takes them.
    public mutating func takeEdits() -> [Edit] {
        let text = InsertedText(checking: inserted) ?? InsertedText()
        let edits = (0..<runs.count).flatMap { index in
            let run = runs[index]
            switch run.kind {
            case .insert: return [Edit.insert(text.text(of: run.inserts), at: Int(run.place))]
            case .delete: return [.delete(count: Int(run.count), at: Int(run.place))]
            case .backspace:
                return (0..<Int(run.count)).map { .delete(count: 1, at: Int(run.place) - $0) }
            }
        }
        (runs, inserted) = (Runs(), [])
        return edits
    }
}
