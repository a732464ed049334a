import Ledger
import Newsroom

/// Entries carried in a bundle: packed, signed, read back and checked as any stranger would.
struct Bundled {
    /// What the fold sees of what arrived.
    let facts: [EntryFacts]

    init(_ entries: [Entry], packedBy packer: Machine) throws {
        guard let first = entries.first else {
            facts = []
            return
        }
        var pack = BundlePacker()
        var frames: [UInt8] = []
        for entry in entries { frames += pack.append(entry) }
        let parts = try pack.finish(
            newsroom: first.belongsTo,
            at: packer.world.now,
            packer: packer.device,
            sign: packer.sign
        )
        facts = try Self.read(parts.front + frames + parts.frame + parts.back).map {
            try Entry($0, newsroom: first.belongsTo).facts
        }
    }

    private static func read(_ file: [UInt8]) throws -> [[UInt8]] {
        var reader = BundleReader()
        var parts: [BundlePart] = []
        try reader.feed(file, into: &parts)
        try reader.finish()
        return parts.flatMap { part -> [[UInt8]] in
            if case .entries(let entries) = part { entries } else { [] }
        }
    }
}
