import Newsroom
import Signing

/// Which member may come next, and what the manifest says of those that come.
struct BundleFront {
    private(set) var manifest: Manifest?
    private var text: [UInt8]?
    private var signature: [UInt8]?
    private var sshSignature: [UInt8]?
    private var last = ""
    private var passed = 0

    /// Judges the next header.
    mutating func next(_ block: [UInt8]) throws(BundleError) -> TarMember? {
        guard let member = TarMember(block) else {
            throw last.isEmpty ? .otherKind("another kind of file") : .strayMember("a header")
        }
        try admit(member)
        last = member.name
        return member
    }

    /// Judges the two blocks of zeros at the end.
    mutating func end(_ blocks: [UInt8]) throws(BundleError) -> TarMember? {
        guard blocks.allSatisfy({ $0 == 0 }) else { throw .strayBytes }
        if last.isEmpty { throw .otherKind("another kind of file") }
        try complete()
        guard passed == manifest?.members.count else { throw .strayMember("its end") }
        return nil
    }

    mutating func keep(_ bytes: [UInt8], as name: String) {
        switch name {
        case "MANIFEST": text = bytes
        case "MANIFEST.sig": signature = bytes
        case "MANIFEST.sshsig": sshSignature = bytes
        default: break
        }
    }

    /// Whether a member has the digest that the manifest names.
    func expects(_ digest: [UInt8], for member: TarMember) -> Bool {
        manifest?.members.contains {
            $0.name == member.name && $0.byteCount == member.byteCount && $0.digest.bytes == digest
        } ?? false
    }

    private mutating func admit(_ member: TarMember) throws(BundleError) {
        let stray = BundleError.strayMember(harmless(member.name))
        switch (member.name, last) {
        case ("MANIFEST", ""):
            guard member.byteCount <= Manifest.limitBytes else { throw stray }
        case ("MANIFEST.sig", "MANIFEST"):
            guard member.byteCount == 64 else { throw stray }
        case ("MANIFEST.sshsig", "MANIFEST"), ("MANIFEST.sshsig", "MANIFEST.sig"):
            guard member.byteCount <= 4_096 else { throw stray }
        default:
            guard !last.isEmpty else { throw .otherKind("a tar archive of other things") }
            try complete()
            guard let members = manifest?.members, passed < members.count,
                members[passed].name == member.name,
                members[passed].byteCount == member.byteCount, isNamedWell(members[passed])
            else { throw stray }
            passed += 1
        }
    }

    private func isNamedWell(_ member: Manifest.Member) -> Bool {
        passed == 0 ? member.name == "entries" : member.name == "blobs/\(member.digest)"
    }

    /// Believes the manifest, once everything that speaks for it is here.
    private mutating func complete() throws(BundleError) {
        guard manifest == nil else { return }
        let text = text ?? []
        let read = try Manifest(parsing: text)
        switch (read.packer, signature) {
        case (nil, nil) where sshSignature == nil: break
        case (let packer?, let signature?):
            guard isSignature(signature, of: text, by: packer.bytes.bytes),
                sshSignature.map({ isSSHSignature($0, of: text, by: packer) }) ?? true
            else { throw .badSignature }
        default: throw .badSignature
        }
        manifest = read
    }

    /// A member's name as it may be shown.
    private func harmless(_ name: String) -> String {
        String(name.unicodeScalars.map { (" "..."~").contains($0) ? Character($0) : "?" })
    }
}
