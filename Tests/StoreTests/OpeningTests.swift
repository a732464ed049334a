import Foundation
import GRDB
import Glibc
import Store
import Testing

struct `Opening a newsroom` {
    private let bench: Bench

    init() throws { bench = try Bench() }

    private func key(of name: String) -> URL {
        bench.place(name).appending(path: ".stet/device.pem")
    }

    private func database(of name: String) -> URL {
        bench.place(name).appending(path: ".stet/newsroom.sqlite")
    }

    /// Founds and closes, so that it can be opened again.
    private func founded(_ name: String = "ana") async throws {
        _ = try await bench.found(name)
        _ = try bench.open(name)
    }

    @Test func `that another process has open names the holder`() async throws {
        let replica = try await bench.found()
        let error = try #require(throws: StoreError.self) { try bench.open() }
        guard case .locked(let holder) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(holder.hasSuffix("process \(getpid())"))
        #expect(error.description.hasPrefix("the newsroom is open in another process ("))
        withExtendedLifetime(replica) {}
    }

    @Test func `that another has open closes no file of anybody else`() async throws {
        let replica = try await bench.found()
        let (place, world) = (bench.place("ana"), bench.surroundings())
        let failures = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    (0..<2_000).count { _ in
                        (try? Replica(opening: place, surroundings: world)) != nil
                    }
                }
            }
            for _ in 0..<2 {
                // A file that somebody else closed is no longer there to close.
                group.addTask {
                    (0..<20_000).count { _ in
                        let file = unsafe Glibc.open("/dev/null", O_RDONLY)
                        sched_yield()
                        return Glibc.close(file) != 0
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(failures == 0)
        withExtendedLifetime(replica) {}
    }

    @Test func `where there is none says so and makes nothing`() throws {
        let nowhere = bench.place("nowhere")
        #expect(throws: StoreError.noNewsroom(nowhere.path)) {
            try Replica(opening: nowhere, surroundings: bench.surroundings())
        }
        #expect(!FileManager.default.fileExists(atPath: nowhere.path))
    }

    @Test func `without its key says that it is missing`() async throws {
        try await founded()
        try FileManager.default.removeItem(at: key(of: "ana"))
        #expect(throws: StoreError.key("it is missing")) { try bench.open() }
    }

    @Test func `with another device's key is refused`() async throws {
        try await founded("ana")
        try await founded("bo")
        try FileManager.default.removeItem(at: key(of: "ana"))
        try FileManager.default.copyItem(at: key(of: "bo"), to: key(of: "ana"))
        #expect(throws: StoreError.key("it is another device's")) { try bench.open() }
    }

    @Test func `with a damaged key is refused`() async throws {
        try await founded()
        try Data("-----BEGIN PRIVATE KEY-----\n".utf8).write(to: key(of: "ana"))
        unsafe chmod(key(of: "ana").path, 0o600)
        let reason = "the device key is damaged or of another kind"
        #expect(throws: StoreError.key(reason)) { try bench.open() }
    }

    @Test func `with a key that others can read is refused`() async throws {
        try await founded()
        unsafe chmod(key(of: "ana").path, 0o644)
        #expect(throws: StoreError.exposedKey(mode: "644")) { try bench.open() }
    }

    @Test func `whose file is no database is refused and left alone`() async throws {
        try await founded()
        let noise = Data("this is a saved page, not a newsroom, and long enough to look at".utf8)
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: database(of: "ana").path + suffix)
        }
        try noise.write(to: database(of: "ana"))
        #expect(throws: StoreError.damaged("not a sound database")) { try bench.open() }
        #expect(try Data(contentsOf: database(of: "ana")) == noise)
    }

    @Test func `that a newer stet wrote is refused and left alone`() async throws {
        try await founded()
        let newer = try DatabaseQueue(path: database(of: "ana").path)
        try await newer.write { database in
            try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')")
        }
        try newer.close()
        #expect(throws: StoreError.newer) { try bench.open() }
    }

    @Test func `keeps what is committed on disk, whatever the library prefers`() async throws {
        let replica = try await bench.found()
        #expect(try await replica.durability() == .full)
    }

    @Test func `in a read-only folder says so`() async throws {
        try await founded()
        let path = bench.folder.path
        await #expect(processExitsWith: .success) { [path = path as String] in
            let project = URL(filePath: path).appending(path: "ana")
            let stet = project.appending(path: ".stet")
            for file in try FileManager.default.contentsOfDirectory(atPath: stet.path) {
                unsafe chmod(stet.appending(path: file).path, 0o444)
            }
            unsafe chmod(stet.path, 0o555)
            // Root may write anywhere, so that even root must be nobody here.
            setuid(65_534)
            #expect(throws: StoreError.disk("the folder is read-only")) {
                try Replica(opening: project, surroundings: .system())
            }
        }
        unsafe chmod(bench.place("ana").appending(path: ".stet").path, 0o755)
    }

    @Test func `founded where nothing can be made says so`() async throws {
        let place = URL(filePath: "/proc/stet")
        await #expect(throws: StoreError.disk("the folder /proc/stet is read-only")) {
            try await Replica.found(
                in: place,
                newsroom: "N",
                founder: "F",
                device: "D",
                surroundings: bench.surroundings()
            )
        }
    }
}
