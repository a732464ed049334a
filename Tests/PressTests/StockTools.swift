import Foundation

/// The checkers that the site itself offers, run by `sh` with what every Debian has.
struct StockTools {
    let room: PressRoom

    init(_ room: PressRoom) { self.room = room }

    /// Checks a proof of the site against the newsroom's root key.
    func proof(_ path: String, keys: String = ".well-known/stet/keys.tar") throws -> Answer {
        try proof(at: room.site.appending(path: path), keys: room.site.appending(path: keys))
    }

    /// Checks any proof, archive or folder.
    func proof(at proof: URL, keys: URL, root: URL? = nil) throws -> Answer {
        let known = root ?? room.site.appending(path: ".well-known/stet/root-1.pem")
        return try run([script("verify_proof.sh"), proof.path, keys.path, known.path])
    }

    /// Checks that the receipt in a proof is in the public log.
    func log(receiptOf path: String) throws -> Answer {
        let receipt = room.folder.appending(path: "receipt.txt")
        let tar = room.site.appending(path: path).path
        let text = try run(["tar", "-xOf", tar, "receipt.txt"], command: "/usr/bin/env")
        try Data(text.text.utf8).write(to: receipt)
        let key = try run(
            ["sed", "-n", "s/^press: //p", receipt.path],
            command: "/usr/bin/env"
        ).text.trimmingCharacters(in: .newlines)
        let pem = try run(
            ["tar", "-xOf", keys.path, "\(key).pem"],
            command: "/usr/bin/env"
        )
        let press = room.folder.appending(path: "press.pem")
        try Data(pem.text.utf8).write(to: press)
        let log = room.site.appending(path: ".well-known/stet/log").path
        return try run([script("verify_inclusion.sh"), receipt.path, log, press.path])
    }

    /// Unpacks an archive of the site into a folder of its own.
    func unpacked(_ path: String, as name: String) throws -> URL {
        let folder = room.folder.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let tar = room.site.appending(path: path).path
        _ = try run(["tar", "-xf", tar, "-C", folder.path], command: "/usr/bin/env")
        return folder
    }

    private var keys: URL { room.site.appending(path: ".well-known/stet/keys.tar") }

    private func script(_ name: String) -> String {
        room.site.appending(path: "checking/\(name)").path
    }

    /// What a command said and how it ended.
    struct Answer {
        let text: String
        let exit: Int32
    }

    private func run(_ arguments: [String], command: String = "/bin/sh") throws -> Answer {
        let process = Process()
        process.executableURL = URL(filePath: command)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Answer(text: String(decoding: said, as: UTF8.self), exit: process.terminationStatus)
    }
}
