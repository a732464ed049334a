import Exchange
package import Foundation
import Newsroom
import Signing
package import Store
import SyncProtocol

/// Somebody who joins with a code: a folder that becomes a replica, and what he is told.
package struct Newcomer: Sendable {
    private let project: URL
    private let label: String
    private let page: Page
    private let surroundings: Surroundings

    /// Names the folder, and what this machine is to be called.
    package init(in project: URL, device label: String, page: Page, surroundings: Surroundings) {
        self.project = project
        self.label = label
        self.page = page
        self.surroundings = surroundings
    }

    /// Asks a hub to be let in; asking again goes on where the first time ended.
    ///
    /// - Throws: `SigningError.badInviteCode`, `ExchangeError`, `StoreError`.
    package func ask(_ code: String, at url: String) async throws -> (Replica, Reply) {
        let joining = try await JoiningCalls(to: HubClient(url: url)).join(
            in: project,
            with: InviteCode(typed: code),
            device: label,
            surroundings: surroundings
        )
        let way = "They are typed there after `admit`. If none fits, somebody stands between you."
        return (joining.replica, reply(to: joining, way, file: nil))
    }

    /// Makes a replica of a bundle, and writes the request that goes back as a file.
    ///
    /// - Throws: `SigningError.badInviteCode`, `BundleError`, `StoreError`; then there is no
    ///   newsroom here.
    package func ask(
        _ code: String,
        reading bundle: URL,
        asking file: URL
    ) async throws -> (Replica, Reply) {
        let joining = try await Replica.join(
            in: project,
            with: InviteCode(typed: code),
            reading: BundleFile(bundle),
            device: label,
            surroundings: surroundings
        )
        do {
            try Data(joining.request.text.utf8).write(to: file, options: .atomic)
        } catch {
            throw StoreError.disk("\(file.path) cannot be written")
        }
        let way = "Send \(file.relativePath) there too, for `admit WORDS… --request FILE`."
        return (joining.replica, reply(to: joining, way, file: file))
    }

    /// Waits until somebody lets the device in, asking now and then, and exchanges.
    ///
    /// - Throws: `ExchangeError`, `StoreError`, and what `pause` throws; seconds it is told.
    package func wait(
        for replica: Replica,
        at url: String,
        pause: (Int) async throws -> Void
    ) async throws -> Reply {
        let calls = JoiningCalls(to: try HubClient(try await replica.hub(at: url)))
        var seconds = 0
        while true {
            if let report = try await calls.admitted(replica) {
                var answer = SyncWords.answer(to: report)
                let name = await replica.member?.name ?? "nobody"
                answer.lines.insert(StyledText("this device is one of \(name) now"), at: 0)
                return page.reply(answer, to: "join")
            }
            seconds = min(seconds + 1, 5)
            try await pause(seconds)
        }
    }

    private func reply(to joining: Joining, _ way: String, file: URL?) -> Reply {
        let words = joining.words.joined(separator: " ")
        let answer = Answer(
            [
                "This machine has a key of its own, and asks to be let in. Call whoever invited",
                "you, and read these five words aloud:",
                "", StyledText("    \(words)", .strong), "", StyledText(way),
            ],
            facts: [
                "words": .string(words), "device": .string("\(joining.request.device)"),
                "request": file.map { .string($0.relativePath) } ?? .null,
            ]
        )
        return page.reply(answer, to: "join")
    }
}
