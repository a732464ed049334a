import Newsroom

/// One run of writing: additions and changes first, then removals, then the index.
struct WritingSession {
    private let folder: SiteFolder
    /// The index of the run before, where every file is put again; otherwise nil.
    private let before: PressIndex?
    private var index: PressIndex
    private var isPut: Set<String> = []
    private var lines = ""
    private(set) var changes = SiteKeeper.Changes()

    /// Puts every file again.
    init(all folder: SiteFolder, before: PressIndex) {
        self.folder = folder
        self.before = before
        index = PressIndex()
    }

    /// Puts some files of many.
    init(some folder: SiteFolder, of index: consuming PressIndex) {
        self.folder = folder
        before = nil
        self.index = index
    }

    /// Writes a file unless it is there as it should be.
    mutating func put(_ file: SiteFile) throws(PressError) {
        let old = (before ?? index).files[file.path]
        let entry = index.add(file)
        isPut.insert(file.path)
        if entry == old, folder.isIntact(entry) {
            changes.unchanged += 1
        } else {
            try folder.replace(file.path, with: file.bytes, modified: file.modified)
            changes.written += 1
            lines += entry.line
        }
    }

    /// Removes those of the paths that were not put, and writes the index.
    mutating func finish(removing paths: [String]) throws(PressError) -> PressIndex {
        for path in paths where !isPut.contains(path) {
            if try folder.remove(path) { changes.removed += 1 }
            index.remove(path)
            lines += PressIndex.removal(of: path)
        }
        if let before {
            if before != index || !lines.isEmpty { try folder.store(index.text) }
        } else if !lines.isEmpty {
            try folder.append(lines)
        }
        return index
    }
}
