/// The name of an entry: the SHA-256 of its header (ledger.md 3.2).
public struct EntryID: Identifier {
    /// The bytes that travel and are compared.
    public let bytes: Bytes32

    /// Names the thing that these bytes name.
    public init(_ bytes: Bytes32) { self.bytes = bytes }
}

/// The SHA-256 (FIPS 180-4) of a canonical document; what clearances and releases name.
public struct ContentHash: Identifier {
    /// The bytes that travel and are compared.
    public let bytes: Bytes32

    /// Names the thing that these bytes name.
    public init(_ bytes: Bytes32) { self.bytes = bytes }
}

/// The public Ed25519 key of a device, or a root key of the newsroom.
public struct DeviceKey: Identifier {
    /// The bytes that travel and are compared.
    public let bytes: Bytes32

    /// Names the thing that these bytes name.
    public init(_ bytes: Bytes32) { self.bytes = bytes }
}

/// The name of one device log: a key in one incarnation (ledger.md 2).
public struct LogID: Identifier {
    /// The bytes that travel and are compared.
    public let bytes: Bytes32

    /// Names the thing that these bytes name.
    public init(_ bytes: Bytes32) { self.bytes = bytes }
}

/// The newsroom as a whole: the id of its genesis entry.
public struct NewsroomID: Identifier {
    /// The bytes that travel and are compared.
    public let bytes: Bytes32

    /// Names the thing that these bytes name.
    public init(_ bytes: Bytes32) { self.bytes = bytes }

    /// Names the object that `entry` made.
    public init(madeBy entry: EntryID) { bytes = entry.bytes }
}

/// A person: the id of the entry with his admission.
public struct MemberID: Identifier {
    /// The bytes that travel and are compared.
    public let bytes: Bytes32

    /// Names the thing that these bytes name.
    public init(_ bytes: Bytes32) { self.bytes = bytes }

    /// Names the object that `entry` made.
    public init(madeBy entry: EntryID) { bytes = entry.bytes }
}

/// A story: the id of the entry that created it.
public struct StoryID: Identifier {
    /// The bytes that travel and are compared.
    public let bytes: Bytes32

    /// Names the thing that these bytes name.
    public init(_ bytes: Bytes32) { self.bytes = bytes }

    /// Names the object that `entry` made.
    public init(madeBy entry: EntryID) { bytes = entry.bytes }
}

/// A draft of a story: the id of the entry that opened it.
public struct DraftID: Identifier {
    /// The bytes that travel and are compared.
    public let bytes: Bytes32

    /// Names the thing that these bytes name.
    public init(_ bytes: Bytes32) { self.bytes = bytes }

    /// Names the object that `entry` made.
    public init(madeBy entry: EntryID) { bytes = entry.bytes }
}

/// A draft as it was when saved: the id of the entry with the save.
public struct RevisionID: Identifier {
    /// The bytes that travel and are compared.
    public let bytes: Bytes32

    /// Names the thing that these bytes name.
    public init(_ bytes: Bytes32) { self.bytes = bytes }

    /// Names the object that `entry` made.
    public init(madeBy entry: EntryID) { bytes = entry.bytes }
}

/// A comment: the id of the entry that made it.
public struct CommentID: Identifier {
    /// The bytes that travel and are compared.
    public let bytes: Bytes32

    /// Names the thing that these bytes name.
    public init(_ bytes: Bytes32) { self.bytes = bytes }

    /// Names the object that `entry` made.
    public init(madeBy entry: EntryID) { bytes = entry.bytes }
}

/// An invite: the id of the entry that made it.
public struct InviteID: Identifier {
    /// The bytes that travel and are compared.
    public let bytes: Bytes32

    /// Names the thing that these bytes name.
    public init(_ bytes: Bytes32) { self.bytes = bytes }

    /// Names the object that `entry` made.
    public init(madeBy entry: EntryID) { bytes = entry.bytes }
}
