public import Newsroom

/// Why a file is no bundle, or not the one that was packed.
public enum BundleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another kind of file: "a zip archive".
    case otherKind(String)
    /// Made by another version of the format.
    case version(String)
    /// Cut off after so many bytes.
    case endsEarly(at: Int)
    /// A member that does not belong there, or not in that form.
    case strayMember(String)
    /// Something follows the end.
    case strayBytes
    /// A line of the manifest makes no sense; lines count from 1.
    case badLine(Int)
    /// The manifest is not signed by the packer that it names.
    case badSignature
    /// It holds something that this version must understand and does not.
    case critical(String)
    /// A member is not the one that was packed.
    case changed(String)
    /// It unpacks to more than it says, or than a bundle may.
    case overLimit
    /// It unpacks to more than 200 times its size, which takes a word from a person.
    case suspiciousRatio
    /// A frame of entries is damaged.
    case damaged(FrameError)
    /// It belongs to another newsroom.
    case otherNewsroom(NewsroomID)
}

extension BundleError {
    /// One line: what it is instead, or what is wrong with it, an id last.
    public var description: String {
        switch self {
        case .otherKind(let kind): "not a bundle but \(kind)"
        case .version(let version): "a bundle of format \(version), which this stet does not read"
        case .endsEarly(let count): "the bundle is cut off after \(count) bytes"
        case .strayMember(let name): "the bundle holds \(name) where no such thing belongs"
        case .strayBytes: "something follows the end of the bundle"
        case .badLine(let number): "line \(number) of the bundle's manifest makes no sense"
        case .badSignature: "the bundle is not signed by the packer that it names"
        case .critical(let word): "the bundle needs a newer stet: \(word)"
        case .changed(let name): "\(name) in the bundle is not what was packed"
        case .overLimit: "the bundle unpacks to more than it says or than a bundle may hold"
        case .suspiciousRatio: "the bundle unpacks to more than 200 times its size"
        case .damaged(let error): "the bundle is damaged: \(error)"
        case .otherNewsroom(let id): "the bundle belongs to another newsroom: \(id)"
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .otherKind: "a bundle is a file NAME.stet that `stet bundle export` wrote"
        case .version, .critical: "upgrade stet on this machine; nothing was changed"
        case .endsEarly, .changed, .damaged, .strayBytes, .badSignature:
            "copy it again, or ask for a new one; what was good is kept"
        case .strayMember, .badLine, .overLimit: "ask whoever packed it for a new one"
        case .suspiciousRatio: "`--large` imports it all the same, if you trust who packed it"
        case .otherNewsroom: "open that newsroom with --newsroom, and import it there"
        }
    }
}
