import Foundation
import Ledger
import Newsroom
import Store
import TestSupport
import Testing

struct `The media` {
    private let folder: TemporaryFolder
    private let newsroom: NewsroomFolder
    private let media: Media
    private let bytes = InventedPicture.png(width: 40, height: 30)

    init() throws {
        folder = try TemporaryFolder()
        newsroom = NewsroomFolder(in: folder.url)
        try FileManager.default.createDirectory(
            at: newsroom.url,
            withIntermediateDirectories: true
        )
        media = Media(of: newsroom)
    }

    @Test func `keep a file under its hash, for its owner alone`() throws {
        let hash = try media.keep(bytes)
        #expect(hash == digest(bytes))
        let name = hash.description
        let file = media.url(of: hash)
        #expect(file.path.hasSuffix("/.stet/media/\(name.prefix(2))/\(name)"))
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(media.contains(hash))
        #expect(media.byteCount(of: hash) == bytes.count)
        #expect(try media.read(hash) == bytes)
        #expect(try media.keep(bytes) == hash)
        #expect(media.names() == [hash])
    }

    @Test func `give a stretch of a file`() throws {
        let hash = try media.keep(bytes)
        #expect(media.read(hash, from: 10, count: 5) == Array(bytes[10..<15]))
        #expect(media.read(hash, from: bytes.count - 2, count: 5) == Array(bytes.suffix(2)))
        #expect(media.read(.zero, from: 0, count: 5) == nil)
    }

    @Test func `put aside what the disk spoiled, and have it no more`() throws {
        let hash = try media.keep(bytes)
        var spoiled = bytes
        spoiled[20] ^= 1
        try Data(spoiled).write(to: media.url(of: hash))
        #expect(!media.isSound(hash))
        #expect(try media.read(hash) == nil)
        #expect(!media.contains(hash))
        #expect(media.isSound(hash))
        let aside = newsroom.url.appending(path: "media/spoiled/\(hash)")
        #expect(Array(try Data(contentsOf: aside)) == spoiled)
        try media.keep(bytes)
        #expect(try media.read(hash) == bytes)
    }

    @Test func `take a file in parts, and know after a restart how much came`() throws {
        let hash = digest(bytes)
        try media.part(of: hash).append(Array(bytes[..<100]))
        #expect(!media.contains(hash))
        let again = Media(of: newsroom).part(of: hash)
        #expect(again.byteCount == 100)
        try again.append(Array(bytes[100...]))
        #expect(try again.finish())
        #expect(try media.read(hash) == bytes)
        #expect(media.part(of: hash).byteCount == 0)
    }

    @Test func `drop parts that make another file than was named`() throws {
        let part = media.part(of: digest(bytes))
        try part.append(Array(bytes.dropLast()) + [0xff])
        #expect(try !part.finish())
        #expect(part.byteCount == 0)
        #expect(!media.contains(digest(bytes)))
    }

    @Test func `count everything, and tell what is old`() throws {
        let hash = try media.keep(bytes)
        let other = digest([1])
        try media.part(of: other).append([9, 9])
        #expect(media.byteCountOfAll == bytes.count + 2)
        let now = Int64(Date.now.timeIntervalSince1970)
        #expect(media.files(olderThan: now - 60).isEmpty)
        #expect(Set(media.files(olderThan: now + 60)) == [hash, other])
        try media.remove(hash)
        try media.remove(other)
        #expect(media.byteCountOfAll == 0)
    }

    @Test func `that the disk refuses are an error`() {
        let nowhere = NewsroomFolder(in: folder.url.appending(path: "nowhere"))
        #expect(throws: StoreError.self) { try Media(of: nowhere).keep(bytes) }
        #expect(throws: StoreError.self) { try Media(of: nowhere).part(of: .zero).append([1]) }
    }
}
