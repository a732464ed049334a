import Ledger
import Newsroom

/// The files with which a reader checks one receipt, by name (publishing.md 5.2).
struct ReceiptProof: Sendable {
    /// A file of the proof.
    struct File: Hashable, Sendable {
        let name: String
        let bytes: [UInt8]
    }

    /// The texts that the receipt lists and their seals, ascending by name.
    private(set) var files: [File] = []
    /// The note that the content carries for readers, as a document writes it; `-` for none.
    private(set) var note = "-"
    /// The devices that sealed them, with the right each needed.
    private(set) var signers: [(device: DeviceKey, capability: String)] = []

    /// The proof that a release was asked for by who may, and relies on who cleared what.
    init(of release: Release, in view: View) {
        var counts: [Gate: Int] = [:]
        for clearance in view.clearances(of: release.act) {
            let gate = clearance.act.gate
            counts[gate, default: 0] += 1
            add(
                "clear-\(gate)-\(counts[gate, default: 0])",
                clearance.statement,
                clearance.act.seal,
                "clear.\(gate)"
            )
        }
        add("release", release.statement, release.act.seal, "publish")
    }

    /// Adds the document that was released.
    mutating func add(document: CanonicalDocument) {
        insert(File(name: "document.txt", bytes: document.bytes))
        note = document.fields[.note].map { escaped($0) } ?? "-"
    }

    /// Adds the body, or the notice.
    mutating func add(body: [UInt8]) { insert(File(name: "body.html", bytes: body)) }

    /// What the receipt lists: `sha256sum` lines of texts and body, by name.
    var sums: String {
        files.filter { !$0.name.hasSuffix(".sig") }
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

    private mutating func add(
        _ name: String,
        _ statement: Statement,
        _ seal: Seal,
        _ capability: String
    ) {
        insert(File(name: "\(name).sig", bytes: seal.bytes))
        insert(File(name: "\(name).txt", bytes: statement.bytes))
        if let sealer = statement.sealer { signers.append((sealer, capability)) }
    }

    private mutating func insert(_ file: File) {
        let place = files.firstIndex { file.name.utf8.lexicographicallyPrecedes($0.name.utf8) }
        files.insert(file, at: place ?? files.count)
    }
}
