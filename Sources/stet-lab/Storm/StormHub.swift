import Foundation
@unsafe @preconcurrency import Glibc

/// One hub, started again on the same data whenever it was killed, now and then on an older copy.
actor StormHub {
    /// Where editors find it.
    nonisolated let proxy: CuttingProxy
    /// How often it was started on a copy.
    private(set) var restores = 0
    private let machine: StormMachine
    private let newsroom: String
    private var program: StormProgram?
    private var deaths = 0

    init(_ machine: StormMachine, newsroom: String, proxy: CuttingProxy) {
        (self.machine, self.newsroom, self.proxy) = (machine, newsroom, proxy)
    }

    private var data: URL { machine.folder.appending(path: "data") }
    private var copy: URL { machine.folder.appending(path: "copy") }

    /// Starts it, and waits until it says where it listens.
    func start() async throws {
        let program = try machine.start([
            "hub", "--listen", "127.0.0.1:0", "--data", data.path, "--serve", newsroom,
        ])
        let line = try await program.line(within: .seconds(60))
        guard let port = line.split(separator: ":").last.flatMap({ UInt16($0) }) else {
            throw StormError.failed("a hub said \(line)")
        }
        self.program = program
        proxy.lead(to: (port, program.id))
    }

    /// Looks after it until the task is cancelled.
    func keepUp() async throws {
        while !Task.isCancelled {
            if let program, await !program.isRunning {
                deaths += 1
                try changeData()
                try await start()
            }
            try? await Task.sleep(for: .milliseconds(3))
        }
    }

    /// Of five deaths one leaves a copy, and another puts the copy back.
    private func changeData() throws {
        let files = FileManager.default
        if deaths % 5 == 1 {
            try? files.removeItem(at: copy)
            try files.copyItem(at: data, to: copy)
        }
        if deaths % 5 == 3, files.fileExists(atPath: copy.path) {
            try files.removeItem(at: data)
            try files.copyItem(at: copy, to: data)
            restores += 1
        }
    }

    /// Stops it gracefully, and reads all that it has.
    func finalCheck() async throws -> StormCheck {
        proxy.lead(to: nil)
        let status = try await program?.end(by: SIGTERM, within: .seconds(60))
        guard status == 0 else { throw StormError.failed("a hub ended with \(status ?? -1)") }
        let newsroom = data.appending(path: String(newsroom.prefix(8)))
        return try StormCheck(
            await machine.ask(["check", "--json", "--newsroom", newsroom.path])
        )
    }
}
