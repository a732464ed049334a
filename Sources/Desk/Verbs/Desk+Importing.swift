import Foundation
import Newsroom
import Press
import Store
import SyncProtocol

/// A stranger's file and the draft that it becomes.
private struct Import {
    let path: String
    let bytes: [UInt8]
    let slug: Slug
    let story: ImportedStory
}

extension Desk {
    /// Makes a private draft of each file, or none at all; the last is open then.
    func importFiles(_ paths: [String], as name: String?) async throws -> Answer {
        let sections = try await knownSections
        var imports: [Import] = []
        for path in paths {
            let new = try Self.read(path, as: name, sections)
            guard !imports.contains(where: { $0.slug == new.slug }) else {
                throw DeskError.slugTaken("\(new.slug)")
            }
            try await refuseTaken(new.slug)
            imports.append(new)
        }
        for new in imports { try await keep(new) }
        return ImportWords.answer(to: imports.map { ($0.path, $0.slug, $0.story) })
            .undone(instead: "each is a private draft here; `drop STORY` throws one away")
    }

    private func keep(_ new: Import) async throws {
        try Originals(of: replica.folder).keep(new.bytes, under: new.story.original)
        try await replica.keep(
            PrivateDraft(slug: new.slug, fields: new.story.fields, body: new.story.body)
        )
        open = .inPrivate(new.slug)
    }

    /// The sections that stories here have, in small letters.
    private var knownSections: Set<String> {
        get async throws {
            Set(try await replica.cards(doneAfter: nil).cards.map { $0.section.lowercased() })
        }
    }

    /// Reads a file; the story is called as somebody says, or as the file or its headline suggests.
    private static func read(
        _ path: String,
        as name: String?,
        _ sections: Set<String>
    ) throws -> Import {
        let file = URL(filePath: path)
        let bytes = try bytes(of: file)
        let foreign = ForeignFile(
            bytes: bytes,
            name: file.lastPathComponent,
            savedOn: day(of: file)
        )
        let story: ImportedStory
        do {
            story = try ImportedStory(foreign, sections: sections)
        } catch {
            throw DeskError.noFile(file.relativePath, reason: error.description)
        }
        let slug = Slug(
            name ?? suggestedName(file.deletingPathExtension().lastPathComponent, story)
        )
        guard let slug else { throw DeskError.badSlug(name ?? path) }
        return Import(path: file.relativePath, bytes: bytes, slug: slug, story: story)
    }

    /// The name of the file where it is a slug, else the headline's words, else those of the file.
    private static func suggestedName(_ stem: String, _ story: ImportedStory) -> String {
        if Slug(stem) != nil { return stem }
        let words = [story.fields[.headline] ?? "", stem].lazy.compactMap { Slug(words: $0) }
        return words.first?.description ?? "import-\("\(story.original)".prefix(8))"
    }

    private static func bytes(of file: URL) throws -> [UInt8] {
        guard let handle = try? FileHandle(forReadingFrom: file),
            let data = try? handle.read(upToCount: ImportLimits.fileBytes + 1)
        else { throw DeskError.noFile(file.relativePath, reason: "it cannot be read") }
        return Array(data)
    }

    /// The day on which a file was written, by UTC.
    private static func day(of file: URL) -> String? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard let date = attributes?[.modificationDate] as? Date else { return nil }
        let moment = Moment(milliseconds: Int64(date.timeIntervalSince1970 * 1_000))
        return String(moment.utcSeconds.prefix(10))
    }
}
