/// What a rule says of a block.
struct Naming {
    let name: BlockName
    let isSure: Bool
    /// Why, in a few words; empty where nothing needs saying.
    let why: String

    init(_ name: BlockName, isSure: Bool, _ why: String) {
        self.name = name
        self.isSure = isSure
        self.why = why
    }
}

/// A block with what it is, and what becomes of it.
struct NamedBlock {
    /// What becomes of a block.
    enum Fate { case field, note, body, dropped }

    let block: ForeignBlock
    let naming: Naming
    let fate: Fate
}
