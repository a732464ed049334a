/// Makes a member (member.admit, 5); his id is the entry's.
public struct MemberAdmission: Hashable, Sendable {
    /// The invite he came with, if any.
    public var invite: InviteID?
    /// His name, a Line of 64.
    public var name: String
    /// What the admission rests on, up to 512 bytes.
    public var proof: [UInt8]

    /// Takes the fields in the order in which they travel.
    public init(
        invite: InviteID? = nil,
        name: String,
        proof: [UInt8]
    ) {
        self.invite = invite
        self.name = name
        self.proof = proof
    }
}

/// Gives a member capabilities (member.grant, 7).
public struct MemberGrant: Hashable, Sendable {
    /// Who receives them; zeros mean the member of this entry.
    public var member: MemberID
    /// What he may do from now on.
    public var capabilities: Capabilities
    /// The signature over the public statement.
    public var seal: Seal

    /// Takes the fields in the order in which they travel.
    public init(
        member: MemberID,
        capabilities: Capabilities,
        seal: Seal
    ) {
        self.member = member
        self.capabilities = capabilities
        self.seal = seal
    }
}

/// Gives a member a device (device.add, 11).
public struct DeviceAddition: Hashable, Sendable {
    /// Who owns it.
    public var member: MemberID
    /// The device's public key.
    public var key: DeviceKey
    /// What the device is called, a Line of 64.
    public var label: String
    /// The device's own consent: its signature over the joining statement.
    public var proof: Seal
    /// The signature over the public statement.
    public var seal: Seal

    /// Takes the fields in the order in which they travel.
    public init(
        member: MemberID,
        key: DeviceKey,
        label: String,
        proof: Seal,
        seal: Seal
    ) {
        self.member = member
        self.key = key
        self.label = label
        self.proof = proof
        self.seal = seal
    }
}

/// Appoints the press (press.appoint, 25).
public struct PressAppointment: Hashable, Sendable {
    /// The device that publishes.
    public var device: DeviceKey
    /// The one log of it that does.
    public var log: LogID
    /// Which appointments this one ends, up to 8.
    public var last: [EndedAppointment]
    /// The signature over the public statement.
    public var seal: Seal

    /// Takes the fields in the order in which they travel.
    public init(
        device: DeviceKey,
        log: LogID,
        last: [EndedAppointment],
        seal: Seal
    ) {
        self.device = device
        self.log = log
        self.last = last
        self.seal = seal
    }
}

/// An appointment that another one ends, and where its history ends.
public struct EndedAppointment: Hashable, Sendable {
    /// The appointment that ends.
    public var appointment: OperationID
    /// Its last receipt that still counts.
    public var lastReceipt: OperationID?

    /// Takes the fields in the order in which they travel.
    public init(
        appointment: OperationID,
        lastReceipt: OperationID? = nil
    ) {
        self.appointment = appointment
        self.lastReceipt = lastReceipt
    }
}
