import Newsroom

extension PublicSite {
    /// The public log: receipts and tiles, then the checkpoint that seals them.
    var logFiles: [SiteFile] {
        guard let last = history.receipts.last, let press = last.press else { return [] }
        let modified = last.issue.time
        func file(_ name: String, _ bytes: [UInt8]) -> SiteFile {
            SiteFile("\(wellKnown)/log/\(name)", bytes, modified: modified)
        }
        let tiles = history.tree.tiles.map { tile in
            file("tiles/\(tile.level)/\(padded(tile.place, to: 6))", tile.bytes)
        }
        let host = last.fields["site"]?.split(separator: "/").last.map { String($0) }
        let checkpoint = Checkpoint(host: host ?? address.host, of: history.tree)
        let seal = last.record.checkpointSeal
        return receiptFiles + tiles + [
            file("checkpoint.txt", Array(checkpoint.text.utf8)),
            file("checkpoint.sig", seal.bytes),
            file("checkpoint", Array(checkpoint.note(seal: seal, press: press).utf8)),
        ]
    }

    /// The receipts in order, 256 a file, each followed by its signature.
    private var receiptFiles: [SiteFile] {
        stride(from: 0, to: history.receipts.count, by: 256).map { start in
            let block = history.receipts[start...].prefix(256)
            let bytes = block.flatMap { receipt in
                receipt.record.text
                    + Array("signature \(receipt.record.seal.bytes.base64)\n".utf8)
            }
            return SiteFile(
                "\(wellKnown)/log/receipts/\(padded(start / 256, to: 6)).txt",
                bytes,
                modified: block.last?.issue.time ?? Moment(milliseconds: 0)
            )
        }
    }
}
