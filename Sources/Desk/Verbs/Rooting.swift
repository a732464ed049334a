import Newsroom
import Signing
import Store
import SyncProtocol

extension Verb {
    /// The verb for what only a root key may do.
    static let rooting = [root]

    private static let root = Verb(
        "root",
        on: .newsroom,
        taking: "grant|revoke|dismiss|check [MEMBER] [RIGHTS…] [--reason TEXT]",
        "does what only the root key on paper may; the next line is the key",
        example: "root grant \"Bo Lind\" admin"
    ) { desk, arguments in
        let act = try arguments.word("grant, revoke, dismiss or check")
        if act == "check" {
            try arguments.finish()
            return desk.ask(Self.question, isSecret: true) { desk, typed in
                try await desk.checkRoot(typed)
            }
        }
        let (intent, words) = try await desk.rootIntent(act, &arguments)
        return desk.ask(Self.question, isSecret: true) { desk, typed in
            try await desk.replica.commit(intent, as: RootCode(typed: typed))
            return Answer(StyledText(words))
                .undone(instead: "what a root key did, a root key changes: `help root`")
        }
    }

    private static let question = StyledText(
        "type the root key from paper; it is kept nowhere",
        .quiet
    )
}

extension Desk {
    /// What the root key is wanted for, and what is said when it is done.
    fileprivate func rootIntent(
        _ act: String,
        _ arguments: inout Arguments
    ) async throws -> (Intent, String) {
        guard ["grant", "revoke", "dismiss"].contains(act) else {
            let allowed = ["grant", "revoke", "dismiss", "check"]
            throw DeskError.notOneOf(act, what: "act", allowed: allowed)
        }
        let member = try await member(arguments.word("a member"))
        if act == "dismiss" {
            try arguments.finish()
            let words = "\(member.name) is removed by the root key"
            return (.remove(member.id, reason: try reason(arguments)), words)
        }
        let rights = try rights(&arguments)
        if act == "grant" {
            let words = "the root key gave \(member.name): \(rights.names.joined(separator: " "))"
            return (.grant(member.id, rights), words)
        }
        let words = "the root key took from \(member.name): \(rights.names.joined(separator: " "))"
        return (.revoke(member.id, rights, reason: try reason(arguments)), words)
    }

    /// Whether what is on paper is a root key of this newsroom.
    fileprivate func checkRoot(_ typed: String) async throws -> Answer {
        try await replica.checkRoot(RootCode(typed: typed))
        return Answer("this is a root key of this newsroom; put the paper back")
    }
}
