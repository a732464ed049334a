import Ledger
import Newsroom
import Signing

/// The files with which a reader checks one receipt, by name (publishing.md 5.2).
struct ReceiptProof: Sendable {
    /// A file of the proof.
    struct File: Hashable, Sendable {
        let name: String
        let bytes: [UInt8]
    }

    /// A device that sealed something, with the right that it needed.
    struct Signer: Hashable, Sendable {
        let device: DeviceKey
        let capability: String
        /// Whether it came after the receipt.
        var isLater = false
    }

    /// The texts that the receipt lists and their seals, ascending by name.
    private(set) var files: [File] = []
    /// Who sealed them.
    private(set) var signers: [Signer] = []
    private var seals: [(statement: Statement, seal: Seal, complaint: String)] = []

    private init() {}

    /// The proof of a release: who asked, and who cleared what it relies on.
    init(of release: Release, in view: View) {
        var counts: [Gate: Int] = [:]
        for clearance in view.clearances(of: release.act) {
            let gate = clearance.act.gate
            counts[gate, default: 0] += 1
            let name = view.members[clearance.member]?.name ?? clearance.member.short
            add(
                "clear-\(gate)-\(counts[gate, default: 0])",
                (clearance.statement, clearance.act.seal),
                Signing("clear.\(gate)", "\(name)'s \(gate) clearance is broken")
            )
        }
        let right = Signing("publish", "the release is broken")
        add("release", (release.statement, release.act.seal), right)
        let reading = view.drafts[release.act.draft]?.readings.values
            .filter { $0.act.release == release.rank.operation && $0.member != release.member }
            .min { $0.rank < $1.rank }
        guard let reading else { return }
        let later = Signing("clear.desk", "the reading is broken", isLater: true)
        add("read", (reading.statement, reading.act.seal), later)
    }

    /// The proof of what is asked; nil where the request is not here.
    init?(of act: PressRequest.Act, _ request: OperationID, in view: View) {
        switch act {
        case .release(let release): self.init(of: release, in: view)
        case .action(let ask):
            self.init()
            let right = Signing("publish", "the request is broken")
            add("action", (ask.statement, ask.act.seal), right)
            second(request, of: ask.act.story, besides: ask.member, nil, in: view)
        case .drop(let ask):
            self.init()
            let right = Signing("publish", "the request is broken")
            add("drop", (ask.statement, ask.act.seal), right)
            second(request, of: ask.act.story, besides: ask.member, nil, in: view)
        }
    }

    /// The proof of a change of status; `sums` are those of its receipt, once there is one.
    init?(of change: ReceiptStatus, listing sums: String? = nil, in view: View) {
        guard let story = view.stories[change.story] else { return nil }
        self.init()
        let right = Signing("publish", "the request is broken")
        if let ask = story.requests[change.request] {
            add("action", (ask.statement, ask.act.seal), right)
            second(change.request, of: change.story, besides: ask.member, sums, in: view)
        } else if let ask = story.drops[change.request] {
            add("drop", (ask.statement, ask.act.seal), right)
            second(change.request, of: change.story, besides: ask.member, sums, in: view)
        } else {
            return nil
        }
    }

    /// The second word on a request: the one that the receipt lists, or the first that there is.
    private mutating func second(
        _ request: OperationID,
        of story: StoryID,
        besides member: MemberID,
        _ sums: String?,
        in view: View
    ) {
        let seconds = (view.stories[story]?.seconds[request] ?? [])
            .filter { $0.member != member }
            .sorted { $0.operation < $1.operation }
        let found = seconds.first { second in
            sums?.contains("\(digest(second.statement.bytes))  second.txt") ?? true
        }
        guard let found else { return }
        let right = Signing("publish", "the second word is broken")
        add("second", (found.statement, found.act.seal), right)
    }

    /// Adds the document that was released.
    mutating func add(document: CanonicalDocument) {
        insert(File(name: "document.txt", bytes: document.bytes))
    }

    /// Adds the body, or the notice.
    mutating func add(body: [UInt8]) { insert(File(name: "body.html", bytes: body)) }

    /// What the receipt lists: `sha256sum` lines of texts and body, by name; a reading comes later.
    var sums: String {
        files.filter { !$0.name.hasSuffix(".sig") && $0.name != "read.txt" }
            .map { "\(digest($0.bytes))  \($0.name)\n" }.joined()
    }

    /// The archive that readers download.
    func archive(receipt: [UInt8], seal: Seal) -> [UInt8] {
        var tar = Tar()
        tar.add("receipt.txt", receipt)
        tar.add("receipt.sig", seal.bytes)
        for file in files { tar.add(file.name, file.bytes) }
        return tar.archive
    }

    /// What a seal needs, and what is said where it is broken.
    private struct Signing {
        let capability: String
        let complaint: String
        let isLater: Bool

        init(_ capability: String, _ complaint: String, isLater: Bool = false) {
            self.capability = capability
            self.complaint = complaint
            self.isLater = isLater
        }
    }

    private mutating func add(
        _ name: String,
        _ sealed: (statement: Statement, seal: Seal),
        _ signing: Signing
    ) {
        insert(File(name: "\(name).sig", bytes: sealed.seal.bytes))
        insert(File(name: "\(name).txt", bytes: sealed.statement.bytes))
        seals.append((sealed.statement, sealed.seal, signing.complaint))
        guard let sealer = sealed.statement.sealer else { return }
        signers.append(
            Signer(device: sealer, capability: signing.capability, isLater: signing.isLater)
        )
    }

    /// Whose seal does not verify, in words; nil where all do.
    var brokenSeal: String? {
        seals.first { sealed in
            guard let key = sealed.statement.sealer?.bytes.bytes else { return true }
            return !isSignature(sealed.seal.bytes, of: sealed.statement.bytes, by: key)
        }?.complaint
    }

    private mutating func insert(_ file: File) {
        let place = files.firstIndex { file.name.utf8.lexicographicallyPrecedes($0.name.utf8) }
        files.insert(file, at: place ?? files.count)
    }
}
