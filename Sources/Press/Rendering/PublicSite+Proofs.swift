import Newsroom
import Signing

extension PublicSite {
    /// The archive that proves a receipt; content is in a story's newest proof alone (C2).
    func proofArchive(of receipt: Receipt, in story: PublicStory) -> [UInt8]? {
        guard var proof = sources.proof(receipt) else { return nil }
        if receipt.number == story.newest.number {
            let isNotice = [.withheld, .withdrawn, .removed].contains(receipt.action)
            if story.isLive { proof.add(document: story.document) }
            if story.isLive || (isNotice && !receipt.body.bytes.isEmpty) {
                proof.add(body: receipt.body.bytes)
            }
        }
        return proof.archive(receipt: receipt.text, seal: receipt.seal)
    }

    func logContent(_ part: SitePart) -> (bytes: [UInt8], modified: Moment)? {
        switch part {
        case .keys: return keyArchive.map { ($0, last) }
        case .root(let number):
            return (try? publicKeyPEM(keys.roots[number - 1].bytes.bytes)).map { ($0, .ever) }
        case .tile(let level, let place):
            return (
                tree.tile(level: level, place: place), last(in: place << (8 * (level + 1)), level)
            )
        case .receipts(let block):
            let places = receipts[(block * 256)...].prefix(256)
            return (receiptBlock(places), places.last.map { receipt($0).issued.moment } ?? .ever)
        case .checkpoint(let file): return checkpoint(file).map { ($0, last) }
        default: return nil
        }
    }

    /// The time of the newest receipt below a tile.
    private func last(in start: Int, _ level: Int) -> Moment {
        let end = min(start + 1 << (8 * (level + 1)), receipts.count)
        return end > 0 ? receipt(receipts[end - 1]).issued.moment : .ever
    }

    /// Receipts in order, each followed by its signature.
    private func receiptBlock(_ places: ArraySlice<ReceiptPlace>) -> [UInt8] {
        places.map { receipt($0) }.flatMap { receipt in
            receipt.text + Array("signature \(receipt.seal.bytes.base64)\n".utf8)
        }
    }

    private func checkpoint(_ file: SitePart.CheckpointFile) -> [UInt8]? {
        guard let receipt = lastReceipt, let press = receipt.press else { return nil }
        let host = receipt.fields["site"]?.split(separator: "/").last.map { String($0) }
        let checkpoint = Checkpoint(host: host ?? settings.address.host, of: tree)
        switch file {
        case .text: return Array(checkpoint.text.utf8)
        case .seal: return receipt.checkpointSeal.bytes
        case .note:
            return Array(checkpoint.note(seal: receipt.checkpointSeal, press: press).utf8)
        }
    }

    /// The list of keys with every key and statement that it names.
    private var keyArchive: [UInt8]? {
        guard let seal = keys.list.seal else { return nil }
        var tar = Tar()
        tar.add("keys.txt", Array(keys.list.text.utf8))
        tar.add("keys.sig", seal.bytes)
        for key in keysListed {
            guard let pem = try? publicKeyPEM(key.bytes.bytes) else { continue }
            tar.add("\(key).pem", pem)
        }
        for (name, statement) in keys.statements.sorted(by: { $0.key < $1.key }) {
            tar.add("\(name).txt", statement.text)
            tar.add("\(name).sig", statement.seal.bytes)
        }
        return tar.archive
    }

    /// The root keys, and the keys that statements name, ascending.
    private var keysListed: [DeviceKey] {
        var found = Set(keys.roots)
        for statement in keys.statements.values {
            let fields = StatementFields(String(decoding: statement.text, as: UTF8.self))
            for name in ["key", "by"] {
                if let key = fields[name].flatMap({ DeviceKey(hex: $0) }) { found.insert(key) }
            }
        }
        return found.sorted()
    }
}
