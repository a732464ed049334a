package import Newsroom

/// Why a replica could not be opened, read or written.
package enum StoreError: Error, Hashable, CustomStringConvertible {
    /// No newsroom here or above.
    case noNewsroom(String)
    /// A file that was named is not there or cannot be read.
    case noFile(String)
    /// A newsroom is here already.
    case exists(String)
    /// Another process has it open.
    case locked(holder: String)
    /// The database was written by a newer Stet.
    case newer
    /// The folder or the disk refuses.
    case disk(String)
    /// The disk failed to read or write.
    case failing
    /// The device key cannot be read, or is another device's.
    case key(String)
    /// Others than its owner can read the device key.
    case exposedKey(mode: String)
    /// The device key is protected by a passphrase, and none was given.
    case passphraseNeeded
    /// The passphrase given does not open the device key.
    case wrongPassphrase
    /// What is stored contradicts itself.
    case damaged(String)
    /// The newsroom here has no invite with this code.
    case noInvite
    /// A request to join that its device or its invite did not sign.
    case forgedRequest
    /// The root code is of another newsroom.
    case noRoot
    /// An import would set these operations aside, which count now.
    case sweeping([OperationID])
    /// This replica has no device of its own, or it belongs to nobody yet.
    case noDevice

    /// One line: what failed and why.
    package var description: String {
        switch self {
        case .noNewsroom(let path): "no newsroom in \(path) or above"
        case .noFile(let path): "no file to read at \(path)"
        case .exists(let path): "a newsroom is in \(path) already"
        case .locked(let holder): "the newsroom is open in another process (\(holder))"
        case .newer: "the newsroom was written by a newer stet"
        case .disk(let reason): "the newsroom cannot be written: \(reason)"
        case .failing: "the disk fails to read or write the newsroom"
        case .key(let reason): "the device key in device.pem cannot be used: \(reason)"
        case .exposedKey(let mode): "others can read the device key in device.pem (mode \(mode))"
        case .passphraseNeeded: "the device key is protected by a passphrase"
        case .wrongPassphrase: "the passphrase does not open the device key"
        case .damaged(let reason): "the newsroom is damaged: \(reason)"
        case .noInvite: "no invite of this newsroom has this code"
        case .forgedRequest: "the request to join is not signed as its invite wants it"
        case .noRoot: "this root code is not one of this newsroom's"
        case .sweeping(let operations):
            "it would set \(operations.count) acts aside that count now"
        case .noDevice: "this replica has no device that may write"
        }
    }

    /// What to do about it.
    package var hint: String {
        switch self {
        case .noNewsroom: "`stet init NAME` founds one; --newsroom names one elsewhere"
        case .noFile: "check the name, and that you may read it"
        case .exists: "go to another folder, or open this one with `stet`"
        case .locked: "close the other stet, then try again"
        case .newer: "upgrade stet on this machine; nothing was changed"
        case .disk: "free space or make the folder writable; nothing was changed"
        case .failing: "nothing more is written; copy what you need, then `stet check`"
        case .key: "put the key file back from a copy, or join again as a new device"
        case .exposedKey: "`chmod 600 .stet/device.pem`, and ask who could have copied it"
        case .passphraseNeeded, .wrongPassphrase: "type the passphrase set by `stet keys protect`"
        case .damaged: "`stet check` says more; the other machines hold the same entries"
        case .noInvite: "check the code and the bundle with whoever invited you"
        case .forgedRequest: "let nobody in; ask him for a new request over another way"
        case .noRoot: "take the paper that was printed when this newsroom was founded"
        case .sweeping: "look who removed whom; `--anyway` takes it in all the same"
        case .noDevice: "an admin has to let this device in; then `sync`, or import his bundle"
        }
    }
}
