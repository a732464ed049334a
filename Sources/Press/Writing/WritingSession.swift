import Newsroom

/// One run of writing: additions and changes first, then removals, then the index.
struct WritingSession {
    let folder: SiteFolder
    private let before: PressIndex
    private var after = PressIndex()
    private var changes = SiteFolder.Changes()

    init(folder: SiteFolder, before: PressIndex) {
        self.folder = folder
        self.before = before
    }

    /// Writes a file unless it is there as it should be.
    mutating func put(_ file: SiteFile) throws(PressError) {
        let entry = after.add(file)
        if entry == before.files[file.path], folder.isIntact(entry) {
            changes.unchanged += 1
        } else {
            try folder.replace(file.path, with: file.bytes, modified: file.modified)
            changes.written += 1
        }
    }

    /// Removes what is not of the site any more, and writes the index.
    mutating func finish() throws(PressError) -> SiteFolder.Changes {
        for path in before.files.keys.sorted() where after.files[path] == nil {
            if try folder.remove(path) { changes.removed += 1 }
        }
        if after != before {
            let newest = after.files.values.map(\.modified).max() ?? .ever
            try folder.replace(PressIndex.path, with: Array(after.text.utf8), modified: newest)
        }
        return changes
    }
}
