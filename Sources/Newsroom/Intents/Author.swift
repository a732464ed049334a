/// Who acts, when he says he does, and how his device seals statements.
public struct Author {
    /// The device that will sign the entry.
    public let device: DeviceKey
    /// The log that the entry will stand in; nil where nothing depends on it.
    public let log: LogID?
    /// The time that the entry will claim.
    public let claimed: Moment
    /// Signs a statement with the device's key.
    public let seal: (Statement) throws -> Seal

    /// Takes who, when and how.
    public init(
        device: DeviceKey,
        log: LogID? = nil,
        claimed: Moment,
        seal: @escaping (Statement) throws -> Seal
    ) {
        self.device = device
        self.log = log
        self.claimed = claimed
        self.seal = seal
    }
}

/// Why something may not be done; the Desk makes the sentence.
public struct Refusal: Error, Hashable, Sendable {
    /// The word for what was wanted.
    public let verb: String
    /// What it was wanted of: a slug or a person's name.
    public let subject: String
    /// The reasons, the first the most telling.
    public let blockers: [Blocker]

    /// Makes a refusal for one reason.
    public init(verb: String, subject: String, code: RefusalCode) {
        self.init(verb: verb, subject: subject, blockers: [Blocker(code: code)])
    }

    /// Makes a refusal for several reasons.
    public init(verb: String, subject: String, blockers: [Blocker]) {
        self.verb = verb
        self.subject = subject
        self.blockers = blockers
    }
}
