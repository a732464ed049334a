import ArgumentParser
import Desk
import Foundation
import Store

/// Which newsroom is meant, and how answers look.
struct DeskOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The newsroom's folder; otherwise STET_NEWSROOM, or found upwards from here.",
            valueName: "folder"
        )
    )
    var newsroom: String?

    @Flag(help: "Print each answer as one JSON object a line.")
    var json = false

    /// Opens the newsroom and sits down before it.
    func desk() throws -> Desk {
        Desk(
            try replica(),
            page: Terminal.page(isJSON: json),
            editor: Terminal.isInteractive ? ExternalEditor.edit : nil,
            meter: Terminal.meter,
            isAsking: Terminal.isInteractive && !json
        )
    }

    /// Opens the newsroom; asks for the passphrase where the key has one.
    func replica() throws -> Replica {
        let named = newsroom ?? ProcessInfo.processInfo.environment["STET_NEWSROOM"]
        let folder = try NewsroomFolder.find(from: .currentDirectory(), named: named)
        do {
            return try Replica(opening: folder, surroundings: .system())
        } catch StoreError.passphraseNeeded {
            let passphrase = try Passphrase.ask()
            return try Replica(opening: folder, passphrase: passphrase, surroundings: .system())
        }
    }

    /// Has the desk obey one verb, and says what came of it.
    func obey(_ verb: String, _ words: [String]) async throws {
        try await obey(verb, words, at: try desk())
    }

    /// The same at a desk that is open.
    func obey(_ verb: String, _ words: [String] = [], at desk: Desk) async throws {
        let reply = await desk.reply(to: verb, words)
        FileHandle.standardOutput.write(Data(reply.output.utf8))
        FileHandle.standardError.write(Data(reply.complaint.utf8))
        if reply.exitCode != 0 { throw ExitCode(reply.exitCode) }
    }
}
