import ArgumentParser
import Foundation
import Newsroom
import Store

/// `stet join`: makes this folder a replica of a newsroom, and a device's key.
struct JoinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: "Join a newsroom with the ticket that an admin's `admit` printed."
    )

    @Argument(help: "The ticket: newsroom and member, with a full stop between.")
    var ticket: Ticket

    @Option(help: ArgumentHelp("The folder, if it is not this one.", valueName: "folder"))
    var newsroom: String?

    func run() async throws {
        let folder = newsroom.map { URL(filePath: $0, directoryHint: .isDirectory) }
        let (_, consent) = try Replica.join(
            in: folder ?? .currentDirectory(),
            newsroom: ticket.newsroom,
            member: ticket.member,
            surroundings: .system()
        )
        print(
            """
            This machine has a key of its own. Send this line to the admin, who types it after
            `device add NAME LABEL`; then `stet sync URL` brings the newsroom.

            \(consent)
            """
        )
    }
}

/// What an admin gives a person who is to join.
struct Ticket: ExpressibleByArgument {
    let newsroom: NewsroomID
    let member: MemberID

    init?(argument: String) {
        let parts = argument.split(separator: ".")
        guard parts.count == 2, let newsroom = NewsroomID(hex: parts[0]),
            let member = MemberID(hex: parts[1])
        else { return nil }
        (self.newsroom, self.member) = (newsroom, member)
    }
}
