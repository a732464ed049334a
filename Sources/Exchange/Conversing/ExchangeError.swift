package import SyncProtocol

/// Why a replica and a hub could not exchange.
package enum ExchangeError: Error, Hashable, CustomStringConvertible {
    /// The address is none.
    case badAddress(String)
    /// What the environment names as a proxy is none.
    case badProxy
    /// Words would go to another machine for everybody on the way to read.
    case plain(String)
    /// No public authority vouches for the hub's key, and nobody said which key it has.
    case untrusted(String)
    /// The hub shows another key than those that are known of it.
    case otherKey(String)
    /// Nobody answers there.
    case unreachable(String)
    /// Somebody answers, but no hub.
    case notAHub(String)
    /// It is not the hub that an invite was made for, or the code is another newsroom's.
    case otherHub(String)
    /// The hub refused, with its code.
    case refused(SyncError, url: String)

    /// One line: what failed and why.
    package var description: String {
        switch self {
        case .badAddress(let url): "no hub address: \(url)"
        case .badProxy: "HTTPS_PROXY names no proxy"
        case .plain(let url): "without TLS only this machine is spoken to: \(url)"
        case .untrusted(let url): "nobody vouches for the key of this hub: \(url)"
        case .otherKey(let url): "the hub shows another key than before: \(url)"
        case .unreachable(let url): "the hub does not answer: \(url)"
        case .notAHub(let url): "no hub answers there: \(url)"
        case .otherHub(let url): "this hub is not the one that was meant: \(url)"
        case .refused(let error, let url): "\(error.sentence): \(url)"
        }
    }

    /// What to do about it.
    package var hint: String {
        switch self {
        case .badAddress: "an address looks like https://hub.example.org or http://127.0.0.1:8080"
        case .badProxy: "it looks like http://proxy.example.org:3128; NO_PROXY lists who is spared"
        case .plain: "use https:// where the hub is another machine"
        case .untrusted: "`sync URL --pin PIN`, with the pin that whoever runs the hub tells you"
        case .otherKey:
            "ask whoever runs the hub whether its key is new: `hub` shows which is known here"
        case .unreachable: "work goes on here; `sync` again when the hub is back"
        case .notAHub: "check the address with whoever runs the hub"
        case .otherHub: "ask whoever invited you for the address; tell nobody else the code"
        case .refused(.unknownInvite, _): "check the code; whoever invited you has to `sync` first"
        case .refused(.alreadyAsked, _):
            "somebody else has the code: tell whoever invited you, and ask for a new one"
        case .refused(.notAdmitted, _): "read the five words to an admin, who types them at `admit`"
        case .refused(.notAMember, _): "ask an admin to add this device, and to sync"
        case .refused(.unknownNewsroom, _):
            "this is the hub of another newsroom; start it with --serve and this newsroom's id"
        case .refused(.clock, _): "set this machine's clock"
        case .refused: "nothing was lost; `sync` again later"
        }
    }
}

/// What an exchange brought.
package struct SyncReport: Sendable, Hashable {
    /// Entries that the hub took.
    package var pushed = 0
    /// Entries that came from it.
    package var pulled = 0
    /// How many times the hub was asked.
    package var roundTrips = 0
    /// Entries that wait for their past.
    package var pending = 0
    /// Entries whose words somebody left out, without an order that is known here.
    package var missingContent = 0
    /// Codes of entries that were refused on either side.
    package var refused: [String] = []
    /// Whether the hub's database was made anew or restored since the last exchange.
    package var isOfNewEpoch = false
    /// Whether both sides hold the same entries.
    package var rootsAgree = false
    /// What was done with pictures.
    package var media = MediaReport()
    /// How this replica stands to the hub; nil where no exchange came to an end.
    package var standing: SyncStanding?

    /// Whether the hub said no for good.
    var isRefused: Bool {
        guard case .refused = standing else { return false }
        return true
    }
}
