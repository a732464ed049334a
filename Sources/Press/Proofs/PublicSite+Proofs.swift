import Ledger
import Newsroom
import Signing

extension PublicSite {
    /// The archive that proves a receipt; what is not public any more is left out (C2).
    func proof(of receipt: Receipt, in story: PublicStory) -> SiteFile? {
        guard let release = view.drafts[receipt.issue.draft]?.releases[receipt.issue.request] else {
            return nil
        }
        var proof = ReceiptProof(of: release, in: view)
        if receipt.number == story.newest.number {
            proof.add(document: story.document, body: story.body.bytes)
        }
        return SiteFile(
            "\(story.folder)proof/\(receipt.number).tar",
            proof.archive(receipt: receipt.record.text, seal: receipt.record.seal),
            modified: receipt.issue.time
        )
    }

    /// The list of keys, and the root keys by themselves.
    var keyFiles: [SiteFile] {
        guard let seal = history.keys.seal, let modified = history.receipts.last?.issue.time else {
            return []
        }
        var tar = Tar()
        tar.add("keys.txt", Array(history.keys.text.utf8))
        tar.add("keys.sig", seal.bytes)
        for key in keysListed { tar.add("\(key).pem", pem(key)) }
        for (name, credential) in statementsListed {
            tar.add("\(name).txt", credential.statement.bytes)
            tar.add("\(name).sig", credential.seal.bytes)
        }
        let roots = (view.founding?.roots ?? []).sorted().enumerated().map { index, root in
            SiteFile("\(wellKnown)/root-\(index + 1).pem", pem(root), modified: modified)
        }
        return [SiteFile("\(wellKnown)/keys.tar", tar.archive, modified: modified)] + roots
    }

    /// The keys that lines or their statements name, ascending.
    private var keysListed: [DeviceKey] {
        var keys = Set(view.founding?.roots ?? [])
        for (_, credential) in statementsListed {
            if let sealer = credential.statement.sealer { keys.insert(sealer) }
            if let key = credential.statement.fields["key"].flatMap({ DeviceKey(hex: $0) }) {
                keys.insert(key)
            }
        }
        return keys.sorted()
    }

    /// The statements that lines name, by their hashes.
    private var statementsListed: [(String, Credential)] {
        let listed = Set(history.keys.statements)
        return view.credentials.values
            .map { (digest($0.statement.bytes), $0) }
            .filter { listed.contains($0.0) }
            .sorted { $0.0 < $1.0 }
            .map { ($0.0.description, $0.1) }
    }

    private func pem(_ key: DeviceKey) -> [UInt8] {
        guard let pem = try? publicKeyPEM(key.bytes.bytes) else {
            preconditionFailure("a key in force is one that signatures were checked with")
        }
        return pem
    }
}

/// Where keys and log lie on the site.
let wellKnown = ".well-known/stet"
