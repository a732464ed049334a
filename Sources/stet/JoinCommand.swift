import ArgumentParser
import Desk
import Foundation
import Newsroom
import Signing
import Store

/// `stet join`: makes this folder a replica of a newsroom, and a device's key.
struct JoinCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: "Join a newsroom with the code that `invite` printed.",
        discussion: """
            Over a hub: `stet join CODE URL` asks, shows five words to read to the admin, and \
            waits until he let this machine in. Without a hub: `stet join CODE --bundle FILE` \
            writes a file that goes back to him.
            """
    )

    @Argument(help: "The code; or the ticket that `admit NAME as RIGHTS` printed.")
    var code: JoinCode

    @Argument(help: "The hub's address.")
    var url: String?

    @Option(help: ArgumentHelp("A bundle of the newsroom, instead of a hub.", valueName: "file"))
    var bundle: String?

    @Option(help: ArgumentHelp("Where the request is written.", valueName: "file"))
    var request = "join-request.json"

    @Option(help: ArgumentHelp("What this machine is called.", valueName: "label"))
    var device = ProcessInfo.processInfo.hostName

    @Flag(help: "Ask, but do not wait until somebody lets this machine in.")
    var noWait = false

    @Option(help: ArgumentHelp("The folder, if it is not this one.", valueName: "folder"))
    var newsroom: String?

    func run() async throws {
        let folder = newsroom.map { URL(filePath: $0, directoryHint: .isDirectory) }
        let project = folder ?? .currentDirectory()
        switch (code, url, bundle) {
        case (.ticket(let ticket), nil, nil): try ask(with: ticket, in: project)
        case (.invite(let code), let url?, nil): try await ask(with: code, at: url, in: project)
        case (.invite(let code), nil, let bundle?):
            let (_, reply) = try await newcomer(in: project).ask(
                code,
                reading: URL(filePath: bundle),
                asking: URL(filePath: request)
            )
            say(reply)
        default: throw ValidationError("a code needs the hub's address, or --bundle with a file")
        }
    }

    /// At once: somebody waits for the words while this program waits to be let in.
    private func say(_ reply: Reply) {
        FileHandle.standardOutput.write(Data(reply.output.utf8))
    }

    private func newcomer(in project: URL) -> Newcomer {
        let page = Terminal.page(isJSON: false)
        return Newcomer(in: project, device: device, page: page, surroundings: .system())
    }

    private func ask(with code: String, at url: String, in project: URL) async throws {
        let newcomer = newcomer(in: project)
        let (replica, reply) = try await newcomer.ask(code, at: url)
        say(reply)
        guard !noWait else { return }
        let admitted = try await newcomer.wait(for: replica, at: url) { seconds in
            try await Task.sleep(for: .seconds(seconds))
        }
        say(admitted)
    }

    private func ask(with ticket: Ticket, in project: URL) throws {
        let (_, consent) = try Replica.join(
            in: project,
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

/// What a person joins with: an invite's code, or a ticket.
enum JoinCode: ExpressibleByArgument {
    case invite(String)
    case ticket(Ticket)

    init?(argument: String) {
        if let ticket = Ticket(argument) {
            self = .ticket(ticket)
        } else if (try? InviteCode(typed: argument)) != nil {
            self = .invite(argument)
        } else {
            return nil
        }
    }
}

/// What an admin gives a person who is to join by hand.
struct Ticket {
    let newsroom: NewsroomID
    let member: MemberID

    init?(_ line: String) {
        let parts = line.split(separator: ".")
        guard parts.count == 2, let newsroom = NewsroomID(hex: parts[0]),
            let member = MemberID(hex: parts[1])
        else { return nil }
        (self.newsroom, self.member) = (newsroom, member)
    }
}
