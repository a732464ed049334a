import Exchange
import Foundation
import Newsroom
import Store
import SyncProtocol

extension Verb {
    /// The verbs with which people and their machines come in, and machines go.
    static let joining = [invite, admit, device, adopt]

    private static let invite = Verb(
        "invite",
        on: .newsroom,
        taking: "NAME [as RIGHTS…] [--device LABEL]",
        "makes a code for a newcomer, or a further device of a member",
        example: "invite \"Bo Lind\" as editor"
    ) { desk, arguments in
        let name = try arguments.word("a name")
        if let label = arguments.value(of: "device") {
            try arguments.finish()
            return try await desk.inviteDevice(label, of: name)
        }
        guard arguments.skip("as") else {
            throw DeskError.missing("`as` and a right", usage: arguments.verb.usage)
        }
        let rights = try desk.rights(&arguments)
        return try await desk.invite(name, as: rights)
    }

    private static let admit = Verb(
        "admit",
        on: .newsroom,
        taking: "[WORDS…] [--request FILE]",
        "shows who asks to join, and lets in whose five words you type",
        example: "admit pison niraz maruf vinid jarij"
    ) { desk, arguments in
        if arguments.count > 2, arguments.second == "as" {
            let name = try arguments.word("a name")
            _ = arguments.skip("as")
            return try await desk.admit(name, try desk.rights(&arguments))
        }
        let file = arguments.value(of: "request").map { URL(filePath: $0) }
        guard arguments.count > 0 else { return try await desk.requests(in: file) }
        let words = try arguments.text("five words")
            .lowercased().split { " -,".contains($0) }.map(String.init)
        return try await desk.admit(whoSays: words, in: file)
    }

    private static let adopt = Verb(
        "adopt",
        on: .newsroom,
        taking: "ENTRY [--yes]",
        "takes on the text that was set aside, from this entry of a log on",
        example: "adopt 3ddad0ca"
    ) { desk, arguments in
        let name = try arguments.word("an entry")
        try arguments.finish()
        return try await desk.adopt(name, arguments)
    }

    private static let device = Verb(
        "device",
        on: .newsroom,
        taking: "remove|add MEMBER LABEL [CONSENT] [--reason TEXT] [--yes]",
        "removes a lost device, or adds one by what its `stet join` printed",
        example: "device remove \"Bo Lind\" \"Bo's laptop\" --reason stolen --yes"
    ) { desk, arguments in
        let act = try arguments.word("remove or add")
        let member = try await desk.member(arguments.word("a member"))
        let label = try arguments.word("a label")
        switch act {
        case "remove":
            try arguments.finish()
            let reason = try desk.reason(arguments)
            return try await desk.removeDevice(label, of: member, reason, arguments)
        case "add":
            guard let consent = Consent(try arguments.word("the consent")) else {
                throw DeskError.badConsent
            }
            try arguments.finish()
            return try await desk.addDevice(label, to: member, consent)
        default: throw DeskError.notOneOf(act, what: "act", allowed: ["remove", "add"])
        }
    }
}
