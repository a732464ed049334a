/// Why an exchange fails; the raw values are the codes that travel (ledger.md 7.7).
package enum SyncError: String, Error, Hashable, Sendable {
    case malformed
    case signature
    case clock
    case notAMember = "not-a-member"
    case unknownNewsroom = "unknown-newsroom"
    case tooLarge = "too-large"
    case epochChanged = "epoch-changed"
    case wrongHub = "wrong-hub"
    case versions = "protocol"
    case full
    case slowDown = "slow-down"
    case starting
    case unknownInvite = "unknown-invite"
    case notAdmitted = "not-admitted"
    case alreadyAsked = "already-asked"
    case unknownBlob = "unknown-blob"
    case offset
    case otherHash = "hash"
    case range
    case broken

    /// The HTTP status that carries the code.
    package var status: Int {
        switch self {
        case .malformed, .otherHash: 400
        case .signature, .clock: 401
        case .notAMember, .notAdmitted: 403
        case .unknownNewsroom, .unknownInvite, .unknownBlob: 404
        case .epochChanged, .alreadyAsked, .offset: 409
        case .tooLarge: 413
        case .versions: 415
        case .range: 416
        case .wrongHub: 421
        case .slowDown: 429
        case .broken: 500
        case .starting: 503
        case .full: 507
        }
    }

    /// After how many seconds it is worth asking again; nil where waiting alone does not help.
    package var retryAfter: Int? {
        switch self {
        case .slowDown: 10
        case .starting: 5
        case .full: 600
        default: nil
        }
    }

    /// One sentence for a person.
    package var sentence: String {
        switch self {
        case .malformed: "the request makes no sense"
        case .signature: "the request is not signed by its device"
        case .clock: "the request's clock is too far off"
        case .notAMember: "this device does not belong to the newsroom"
        case .unknownNewsroom: "the hub does not serve this newsroom"
        case .tooLarge: "the request is too large"
        case .epochChanged: "the hub's database was made anew"
        case .wrongHub: "the request was meant for another hub"
        case .versions: "the hub speaks another version of the protocol"
        case .slowDown: "the hub was asked too often"
        case .starting: "the hub is still starting"
        case .unknownInvite: "the hub knows no such invite"
        case .notAdmitted: "nobody has admitted this device yet"
        case .alreadyAsked: "another device asked with this invite before"
        case .unknownBlob: "the hub does not have this picture"
        case .offset: "the hub has another part of this picture"
        case .otherHash: "what came is not the picture that was named"
        case .range: "the picture is shorter than that"
        case .full: "the hub's disk is full or read-only"
        case .broken: "the hub failed"
        }
    }

    /// The body of an error reply.
    package func body(at time: Int64) -> [UInt8] {
        let members: [String: JSONText] = [
            "error": .string(rawValue), "say": .string(sentence), "time": .number(Int(time)),
        ]
        return Array(JSONText.object(members).description.utf8)
    }
}
