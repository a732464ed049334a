import Ledger
package import Newsroom

/// A published site as a stranger reads it: its list of keys over the roots that he trusts, and the
/// head of its log.
package struct SiteReading: Sendable {
    let files: any PublishedFiles
    let keys: KeyChain
    /// Whether the root keys came from somewhere else than the site.
    package let isRootKnown: Bool
    /// The root keys.
    package let roots: [DeviceKey]

    /// Reads the list of keys; without `roots` the site's own word is taken for them.
    ///
    /// - Throws: `CheckRefusal`.
    package init(
        _ files: any PublishedFiles,
        roots: [DeviceKey]
    ) async throws(CheckRefusal) {
        self.files = files
        isRootKnown = !roots.isEmpty
        self.roots = roots.isEmpty ? try await Self.roots(of: files) : roots
        let archive = try await files.need("\(wellKnown)/keys.tar", limit: CheckLimits.keys)
        keys = try KeyChain(try Tar.files(in: archive, called: "keys.tar"), roots: self.roots)
    }

    private static func roots(
        of files: any PublishedFiles
    ) async throws(CheckRefusal) -> [DeviceKey] {
        var roots: [DeviceKey] = []
        while let file = try await files.read(
            "\(wellKnown)/root-\(roots.count + 1).pem",
            limit: CheckLimits.key
        ) {
            guard roots.count < 16, let key = rootKey(in: file) else {
                throw CheckRefusal("root-\(roots.count + 1).pem is no Ed25519 public key")
            }
            roots.append(key)
        }
        return roots
    }
}

/// What one proof shows over a list of keys, where no site is at hand: the members of both archives.
///
/// - Throws: `CheckRefusal`.
package func proofFinding(
    in proof: [String: [UInt8]],
    keys: [String: [UInt8]],
    roots: [DeviceKey]
) throws(CheckRefusal) -> ProofFinding {
    try ProofCheck.finding(in: proof, keys: try KeyChain(keys, roots: roots))
}

/// The key in a PEM file that a reader trusts; nil for anything else.
package func rootKey(in file: [UInt8]) -> DeviceKey? {
    publicKey(inPEM: file).flatMap { Bytes32($0) }.map { DeviceKey($0) }
}

extension SiteReading {
    /// One proof, by its path on the site: what it shows, and that its receipt is in the log.
    ///
    /// - Throws: `CheckRefusal`.
    package func proof(at path: String) async throws(CheckRefusal) -> ProofFinding {
        let archive = try await files.need(path, limit: CheckLimits.proof)
        let members = try Tar.files(in: archive, called: path)
        let finding = try ProofCheck.finding(in: members, keys: keys)
        let log = try await log()
        try await log.expect(members["receipt.txt"] ?? [], at: finding.number)
        return finding
    }

    /// The head of the log, as the press of the list's end signed it.
    func log() async throws(CheckRefusal) -> LogCheck {
        let press = try keys.press(at: keys.end)
        return try await LogCheck(files, press: DeviceKey(hex: press))
    }

    /// A story by its folder, `2026/01/bridge/`: its newest proof, and its page against that.
    ///
    /// - Throws: `CheckRefusal`.
    package func story(in folder: String) async throws(CheckRefusal) -> ProofFinding {
        let history = try await files.need("\(folder)proof/index.html", limit: CheckLimits.page)
        let numbers = String(decoding: history, as: UTF8.self).matches(of: /"([0-9]{1,9})\.tar"/)
            .compactMap { Int($0.1) }
        guard let newest = numbers.max() else {
            throw CheckRefusal("\(folder)proof/index.html names no proof")
        }
        let path = "\(folder)proof/\(newest).tar"
        let finding = try await proof(at: path)
        guard finding.url.hasSuffix("/\(folder)") else {
            throw CheckRefusal("\(path) is the proof of another story")
        }
        try await expectPage(of: finding, in: folder, path)
        return finding
    }

    /// Checks that the page of a live story shows the headline and the body of its newest proof.
    func expectPage(
        of finding: ProofFinding,
        in folder: String,
        _ proof: String
    ) async throws(CheckRefusal) {
        guard finding.status == "live" else { return }
        let archive = try await files.need(proof, limit: CheckLimits.proof)
        let members = try Tar.files(in: archive, called: proof)
        guard let body = members["body.html"], let document = members["document.txt"] else {
            throw CheckRefusal("\(proof): the newest proof lacks the document or the body")
        }
        let page = try await files.need("\(folder)index.html", limit: CheckLimits.page)
        let shown = PageCheck(page)
        guard shown.hasBody(body) else {
            throw CheckRefusal("\(folder)index.html shows another body than its proof")
        }
        let fields = StatementFields("\n" + String(decoding: document, as: UTF8.self))
        guard let headline = fields["headline"], shown.hasHeadline(headline) else {
            throw CheckRefusal("\(folder)index.html shows another headline than its proof")
        }
    }
}
