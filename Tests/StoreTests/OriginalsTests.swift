import Foundation
import Ledger
import Newsroom
import Store
import TestSupport
import Testing

struct `An original` {
    private let folder: TemporaryFolder
    private let originals: Originals
    private let bytes = Array("<p>It sails.".utf8)

    init() throws {
        folder = try TemporaryFolder()
        let newsroom = NewsroomFolder(in: folder.url)
        try FileManager.default.createDirectory(
            at: newsroom.url,
            withIntermediateDirectories: true
        )
        originals = Originals(of: newsroom)
    }

    @Test func `is kept as it came, under its hash, for its owner alone`() throws {
        let hash = digest(bytes)
        try originals.keep(bytes, under: hash)
        let file = originals.url(of: hash)
        let name = hash.description
        #expect(file.path.hasSuffix("/.stet/imports/\(name.prefix(2))/\(name)"))
        #expect(Array(try Data(contentsOf: file)) == bytes)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test func `is kept once`() throws {
        let hash = digest(bytes)
        try originals.keep(bytes, under: hash)
        try originals.keep(bytes, under: hash)
        let around = originals.url(of: hash).deletingLastPathComponent()
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: around.path) == [
                hash.description
            ]
        )
    }

    @Test func `that the disk refuses is an error`() throws {
        let nowhere = NewsroomFolder(in: folder.url.appending(path: "nowhere"))
        #expect(throws: StoreError.self) {
            try Originals(of: nowhere).keep(bytes, under: digest(bytes))
        }
    }
}
