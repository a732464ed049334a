import Foundation
import Ledger
import Newsroom
import Press
import Store
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `The newsroom's own theme` {
    private let folder = Fixtures.folder("Theme")
    private let page = "2026/01/bridge/index.html"
    private let tagline = "News from a coast that nobody found"

    /// A room with a public story and the theme of the fixtures.
    private func room() async throws -> (PressRoom, Bytes32) {
        let room = try await PressRoom()
        let hash = try room.ana.media.keep(Theme.archive(of: folder))
        try await room.ana.commit(.setNewsroom(.theme, "\(hash)"))
        try await room.release("bridge")
        return (room, hash)
    }

    @Test func `is how every machine that has it writes the site, byte for byte`() async throws {
        let (room, hash) = try await room()
        try await room.publish()
        #expect(try room.text(page).contains(tagline))
        let other = room.folder.appending(path: "other")
        #expect(try await room.bo.missingMedia() == [hash])
        await #expect(throws: PressError.noTheme(hash)) {
            try await Press.publish(room.bo, to: other)
        }
        #expect(!FileManager.default.fileExists(atPath: other.path))
        try room.bo.media.keep(Theme.archive(of: folder))
        _ = try await Press.publish(room.bo, to: other)
        let (mine, theirs) = (try room.files(in: room.site), try room.files(in: other))
        #expect(mine.keys.sorted() == theirs.keys.sorted())
        for (path, bytes) in mine where !path.hasPrefix(".stet") {
            #expect(theirs[path] == bytes, "\(path)")
        }
    }

    @Test func `comes in a bundle of everything, and in none of a story`() async throws {
        let (room, hash) = try await room()
        let file = room.folder.appending(path: "all.stet")
        let story = try #require(await room.ana.newsroom.view.stories(called: "bridge").first)
        try await room.ana.exportBundle(.story(story.id), to: file)
        _ = try await room.bo.importBundle(from: BundleFile(file))
        #expect(!room.bo.media.contains(hash))
        try await room.ana.exportBundle(.everything, to: file)
        _ = try await room.bo.importBundle(from: BundleFile(file))
        #expect(room.bo.media.contains(hash))
        #expect(try await room.bo.missingMedia() == [])
    }

    @Test func `gives way to a theme that is only looked at, and to the built-in look`()
        async throws
    {
        let (room, _) = try await room()
        _ = try await Press.publish(room.ana, to: room.site, theme: Theme())
        #expect(!(try room.text(page).contains(tagline)))
        try await room.publish()
        #expect(try room.text(page).contains(tagline))
        try await room.ana.commit(.setNewsroom(.theme, Theme.builtIn))
        try await room.publish()
        #expect(!(try room.text(page).contains(tagline)))
    }

    @Test func `is one file, the same whatever the folder is called and holds hidden`()
        async throws
    {
        let copy = try TemporaryFolder()
        let theme = copy.url.appending(path: "a")
        try FileManager.default.copyItem(at: folder, to: theme)
        try Data("x".utf8).write(to: theme.appending(path: ".hidden"))
        #expect(try Theme.archive(of: theme) == Theme.archive(of: folder))
    }

    @Test func `cannot be an archive that was spoiled`() async throws {
        let room = try await PressRoom()
        try await room.release("bridge")
        let sound = try Theme.archive(of: folder)
        var other = Tar()
        other.add("../site.txt", Array("tagline News\n".utf8))
        let spoiled: [([UInt8], String)] = [
            (Array(sound.dropLast()), "its archive is no tar file, or goes on behind its end"),
            (sound + [0], "its archive is no tar file, or goes on behind its end"),
            (Array("no archive at all".utf8), "its archive is no tar file, or goes on"),
            (other.archive, "its archive holds a strange file name"),
            ([UInt8](repeating: 1, count: 5 << 20), "it has over 4 MiB or 256 files"),
        ]
        for (bytes, reason) in spoiled {
            let hash = try room.ana.media.keep(bytes)
            try await room.ana.commit(.setNewsroom(.theme, "\(hash)"))
            let error = await #expect(throws: PressError.self) {
                try await Press.publish(room.ana, to: room.site)
            }
            #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
        }
        try await room.ana.commit(.setNewsroom(.theme, "Modern"))
        let error = await #expect(throws: PressError.self) {
            try await Press.publish(room.ana, to: room.site)
        }
        #expect(error?.description == "the theme: the setting names none")
        #expect(!FileManager.default.fileExists(atPath: room.site.path))
    }
}
