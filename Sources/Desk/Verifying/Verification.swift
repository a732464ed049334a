import Exchange
import Foundation
import Newsroom
import Press

/// What a stranger wants checked: a published site, a story or a proof; no newsroom is needed.
package struct Verification: Sendable {
    /// An address, a folder or a file.
    let place: String
    /// Files of root keys, or the keys as 64 digits.
    let roots: [String]
    /// The list of keys for a proof that lies alone.
    let keys: String?

    /// Takes what is to be checked, against which roots, over which list of keys.
    package init(of place: String, roots: [String] = [], keys: String? = nil) {
        self.place = place
        self.roots = roots
        self.keys = keys
    }

    /// What the check finds, set on a page; a refusal exits with 1.
    package func reply(on page: Page) async -> Reply {
        do {
            let (answer, isSound) = try await answer()
            let reply = page.reply(answer, to: "verify")
            return Reply(
                output: reply.output,
                complaint: "",
                exitCode: isSound ? 0 : 1,
                isFarewell: false
            )
        } catch {
            return page.reply(Complaint(error), to: "verify")
        }
    }

    private func answer() async throws -> (Answer, isSound: Bool) {
        if let address = WebPlace(place) {
            let site = try await SiteReading(try WebFiles(site: address.site), roots: trusted())
            return try await answer(about: address.path, of: site)
        }
        let url = URL(filePath: place)
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw DeskError.noFile(place, reason: "it is not there")
        }
        if let keys { return try lone(url, keys: URL(filePath: keys)) }
        guard let found = LocalPlace(url, isFolder: isFolder.boolValue) else {
            throw CheckRefusal("\(place) lies in no published site; name its list of keys")
        }
        let site = try await SiteReading(FolderFiles(found.site), roots: trusted())
        return try await answer(about: found.path, of: site)
    }

    /// A proof, a story or the whole, by the path on the site.
    private func answer(
        about path: String,
        of site: SiteReading
    ) async throws -> (Answer, isSound: Bool) {
        let words = ProofWords(site)
        if path.isEmpty {
            let finding = try await site.wholeSite()
            return (words.answer(about: finding), finding.complaints.isEmpty)
        }
        if path.hasSuffix(".tar") {
            return (words.answer(about: try await site.proof(at: path), isNewest: false), true)
        }
        let page = path.hasSuffix("index.html") ? String(path.dropLast(10)) : path
        let folder = page.hasSuffix("/") ? page : page + "/"
        return (words.answer(about: try await site.story(in: folder), isNewest: true), true)
    }

    /// A proof and a list of keys that lie anywhere, packed or unpacked.
    private func lone(_ proof: URL, keys: URL) throws -> (Answer, isSound: Bool) {
        let roots = try trusted()
        guard !roots.isEmpty else {
            throw CheckRefusal("a proof that lies alone needs a root key that you trust")
        }
        let finding = try proofFinding(
            in: try Self.members(of: proof, limit: CheckLimits.proof),
            keys: try Self.members(of: keys, limit: CheckLimits.keys),
            roots: roots
        )
        return (ProofWords(isRootKnown: true).answer(about: finding, isNewest: false), true)
    }

    private func trusted() throws -> [DeviceKey] {
        try roots.map { root in
            if let key = DeviceKey(hex: root) { return key }
            let file = try FolderFiles.bytes(
                of: URL(filePath: root),
                called: root,
                limit: CheckLimits.key
            )
            guard let file, let key = rootKey(in: file) else {
                throw CheckRefusal("\(root) is no Ed25519 public key")
            }
            return key
        }
    }

    /// The files of an archive, or of the folder that it was unpacked into.
    private static func members(of place: URL, limit: Int) throws -> [String: [UInt8]] {
        let name = place.lastPathComponent
        guard (try? place.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true else {
            let bytes = try FolderFiles.bytes(of: place, called: name, limit: limit)
            return try Tar.files(in: bytes ?? [], called: name)
        }
        var files: [String: [UInt8]] = [:]
        for path in try FolderFiles(place).paths() ?? [] {
            files[path] = try FolderFiles(place).read(path, limit: limit)
        }
        return files
    }
}
