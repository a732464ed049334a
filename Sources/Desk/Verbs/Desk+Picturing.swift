import Foundation
import Newsroom
import Press
import Store
import SyncProtocol

extension Desk {
    /// Reads a file that is a picture and tells no place, and keeps it here.
    func takeIn(_ path: String) throws -> Picture {
        let file = URL(filePath: path)
        guard let handle = try? FileHandle(forReadingFrom: file),
            let data = try? handle.read(upToCount: PictureLimits.fileBytes + 1)
        else { throw DeskError.noFile(file.relativePath, reason: "it cannot be read") }
        let bytes = Array(data)
        do {
            let picture = try Picture(bytes)
            guard !picture.tellsPlace else { throw PictureError.tellsPlace }
            try replica.media.keep(bytes)
            return picture
        } catch let error as PictureError {
            throw DeskError.badPicture(file.relativePath, error)
        }
    }

    /// Refuses to clear at the picture desk what nobody here can have looked at.
    func refuseUnseen(_ draft: Draft) async throws {
        let document = await replica.newsroom.view.document(of: draft.id)
        guard let hash = document.media.first(where: { !replica.media.contains($0) }) else {
            return
        }
        throw DeskError.unseen("\(hash.description.prefix(8))")
    }

    /// Makes a picture the lead: with its own words alone, for those before spoke of another.
    func lead(
        with picture: Picture,
        _ text: PictureText,
        in manuscript: Manuscript
    ) async throws -> Answer {
        let before = try await copy(of: manuscript).document.fields
        let new = text.fields(of: picture.hash)
        try await set(new, of: manuscript)
        let slug = try await copy(of: manuscript).slug
        var answer = taken(picture, as: "lead picture", in: slug)
        if text.alt.isEmpty {
            answer.lines.append(
                StyledText("it has no description yet: `set lead-image-alt TEXT`", .alarm)
            )
        }
        let old = new.map { ($0.field, before[$0.field] ?? "") }
        answer.undoing = .fields(FieldUndo(manuscript: manuscript, before: old))
        return answer
    }

    /// Puts a picture behind a paragraph of the text.
    func insert(
        _ picture: Picture,
        _ text: PictureText,
        after number: Int,
        in manuscript: Manuscript
    ) async throws -> Answer {
        let changed = try await insert(
            text.figure(of: picture.hash),
            after: number,
            in: manuscript
        )
        let slug = try await copy(of: manuscript).slug
        var answer = taken(picture, as: "picture", in: slug)
        answer.lines += changed.lines
        answer.undoing = changed.undoing
        return answer
    }

    private func taken(_ picture: Picture, as role: String, in slug: String) -> Answer {
        let name = picture.hash.description.prefix(8)
        return Answer(
            "\(slug): \(role) \(name), \(MediaWords.line(picture))",
            facts: ["story": .string(slug), "picture": Self.facts(picture)]
        )
    }

    /// The pictures of a story, copied to a folder where one is named.
    func pictures(of manuscript: Manuscript, to folder: URL?) async throws -> Answer {
        let copy = try await copy(of: manuscript)
        var table = Table(["picture", "what", "size"])
        var facts: [JSONText] = []
        for hash in copy.document.media {
            let name = "\(hash.description.prefix(8))"
            guard let bytes = try replica.media.read(hash) else {
                table.add([StyledText(name), StyledText("not here", .alarm), ""])
                facts.append(.object(["hash": .string("\(hash)"), "here": .bool(false)]))
                continue
            }
            let picture = Result { () throws(PictureError) in try Picture(bytes) }
            switch picture {
            case .success(let picture):
                let size = "\(picture.width) × \(picture.height)"
                table.add([
                    StyledText(name), StyledText("\(picture.kind.name), \(size)"),
                    StyledText(MediaWords.size(picture.length)),
                ])
                facts.append(Self.facts(picture))
                if let folder { try write(bytes, "\(name).\(picture.kind.rawValue)", in: folder) }
            case .failure(let error):
                table.add([StyledText(name), StyledText("it \(error)", .alarm), ""])
                facts.append(.object(["hash": .string("\(hash)"), "here": .bool(true)]))
            }
        }
        guard !facts.isEmpty else {
            return Answer("\(copy.slug): no picture", facts: ["pictures": .array([])])
        }
        return Answer(table.lines(within: page.width), facts: ["pictures": .array(facts)])
    }

    /// How many pictures stories need, and which of them are not here; whether the theme is.
    func missingPictures() async throws -> Answer {
        let theme = await replica.newsroom.view.theme
        let needed = try await replica.neededMedia().filter { $0 != theme }
        let missing = try await replica.missingMedia().filter { $0 != theme }
        let isThemeHere = theme.map { replica.media.contains($0) } ?? true
        let sum =
            missing.isEmpty
            ? "\(counted(needed.count, "picture")), all here"
            : "\(counted(needed.count, "picture")), \(missing.count) not here; `sync` fetches them"
        return Answer(
            [StyledText(sum)] + missing.map { StyledText("  \($0)", .alarm) }
                + (isThemeHere ? [] : [StyledText("the site's theme is not here", .alarm)]),
            facts: [
                "needed": .number(needed.count),
                "missing": .array(missing.map { .string("\($0)") }),
                "theme": .bool(isThemeHere),
            ]
        )
    }

    private func write(_ bytes: [UInt8], _ name: String, in folder: URL) throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: folder.appending(path: name), options: .atomic)
        } catch {
            throw DeskError.cannotWrite(folder.appending(path: name).relativePath)
        }
    }

    private static func facts(_ picture: Picture) -> JSONText {
        .object([
            "hash": .string("\(picture.hash)"), "kind": .string(picture.kind.name),
            "width": .number(picture.width), "height": .number(picture.height),
            "bytes": .number(picture.length), "here": .bool(true),
        ])
    }
}
