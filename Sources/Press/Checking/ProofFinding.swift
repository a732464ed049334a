/// What a proof shows, once it holds.
package struct ProofFinding: Sendable {
    /// Somebody's word for a gate.
    package struct Clearance: Hashable, Sendable {
        /// The gate.
        package let gate: String
        /// The member; nil where the gate was skipped in an emergency.
        package let member: String?
    }

    /// The receipt's number.
    package let number: Int
    /// How often the story had been issued.
    package let version: Int
    /// The story's address.
    package let url: String
    /// What the press did.
    package let action: String
    /// What readers get since: live, withheld, withdrawn, removed.
    package let status: String
    /// Who asked for it.
    package internal(set) var requester = ""
    /// Who cleared what.
    package internal(set) var clearances: [Clearance] = []
    /// The other member who agreed to the request; nil where none was needed.
    package internal(set) var second: String?
    /// Who read an emergency back, and what he found.
    package internal(set) var reading: (member: String, verdict: String)?
    /// What the receipt lists and nobody offers any more: document and body of an older version.
    package internal(set) var gone: [String] = []
    /// From which receipt on the newsroom doubts something that this one relied on.
    package internal(set) var doubt: Int?

    init(of receipt: SignedText) throws(CheckRefusal) {
        number = try receipt.number("number")
        version = try receipt.number("version")
        url = try receipt.value("url")
        action = try receipt.value("action")
        status = try receipt.value("status")
    }
}
