import ArgumentParser
import Foundation
import Store

/// Which newsroom folder is meant.
struct NewsroomOption: ParsableArguments {
    @Option(
        name: .long,
        help: "The newsroom's folder; otherwise STET_NEWSROOM, or found upwards from here."
    )
    var newsroom: String?

    /// The folder that holds `.stet`, as this machine sees it.
    func folder() throws -> URL {
        let named = newsroom ?? ProcessInfo.processInfo.environment["STET_NEWSROOM"]
        return try newsroomFolder(from: Self.here, named: named)
    }

    /// Opens the newsroom's replica on this machine.
    func open() async throws -> Replica {
        try await Replica(opening: folder(), surroundings: .system())
    }

    /// The current folder.
    static var here: URL {
        URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    }
}
