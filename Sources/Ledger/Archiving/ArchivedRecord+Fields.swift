package import Newsroom

// What folding found, as an archive keeps it. No other device reads it: an archive that this
// version of Stet cannot read is made anew.

/// Why an archive cannot be read.
package struct ArchiveError: Error {
    /// They are not what was written.
    package init() {}
}

extension ArchivedRecord {
    /// The bytes that `init(bytes:)` reads.
    package var bytes: [UInt8] {
        var writer = FieldWriter()
        writer.varint(Int(log))
        writer.varint(Int(branch))
        writer.varint(Int(prev) + 1)
        writer.list(parents) { $0.varint(Int($1)) }
        writer.byte(isErasable ? 1 : 0)
        writer.past(past)
        writer.varint(Int(frontierBefore))
        writer.varint(Int(frontierAfter))
        writer.list(verdicts) { $0.verdict($1) }
        return writer.bytes
    }

    /// Reads what `bytes` wrote.
    ///
    /// - Throws: `ArchiveError`.
    package init(bytes: [UInt8]) throws(ArchiveError) {
        var reader = FieldReader(bytes)
        do {
            self.init()
            log = try reader.number32()
            branch = try reader.number32()
            prev = try reader.number32() - 1
            parents = try reader.list { reader throws(FieldError) in try reader.number32() }
            isErasable = try reader.byte() == 1
            past = try reader.past()
            frontierBefore = try reader.number32()
            frontierAfter = try reader.number32()
            verdicts = try reader.list { reader throws(FieldError) in try reader.verdict() }
        } catch {
            throw ArchiveError()
        }
        guard reader.isAtEnd else { throw ArchiveError() }
    }
}

extension FieldWriter {
    /// Runs, each as the gap before it and its length.
    mutating func past(_ past: Past) {
        var end = 0
        list(past.runs) { writer, run in
            writer.varint(run.lowerBound - end)
            writer.varint(run.count)
            end = run.upperBound
        }
    }

    fileprivate mutating func verdict(_ verdict: ArchivedVerdict) {
        varint(Int(verdict.needed.rawValue))
        let flags = [verdict.canBeHeld, verdict.isErased, verdict.isDisbelieved]
        byte(flags.enumerated().reduce(0) { $0 | ($1.element ? 1 << UInt8($1.offset) : 0) })
        optional(verdict.author == MemberID(.zero) ? nil : verdict.author) { $0.identifier($1) }
        optional(verdict.adopter) { $0.identifier($1) }
        status(verdict.status)
        findings(verdict.findings)
    }

    private mutating func status(_ status: OperationStatus) {
        switch status {
        case .inForce: byte(0)
        case .adopted: byte(1)
        case .held: byte(2)
        case .unknown: byte(3)
        case .refused(let code):
            byte(4)
            self.code(code)
        case .setAside(let code):
            byte(5)
            self.code(code)
        }
    }

    mutating func code(_ code: RefusalCode) {
        varint(RefusalCode.allCases.firstIndex(of: code) ?? 0)
    }
}

extension FieldReader {
    mutating func number32() throws(FieldError) -> Int32 {
        guard let number = Int32(exactly: try varint()) else { throw FieldError() }
        return number
    }

    mutating func past() throws(FieldError) -> Past {
        var end = 0
        let runs = try list { reader throws(FieldError) -> Range<Int> in
            let start = end + Int(try reader.number32())
            end = start + Int(try reader.number32())
            guard start < end, end <= Int(Int32.max) else { throw FieldError() }
            return start..<end
        }
        return Past(runs: runs)
    }

    fileprivate mutating func verdict() throws(FieldError) -> ArchivedVerdict {
        let needed = UInt64(try varint())
        let flags = try byte()
        let author: MemberID? = try optional { reader throws(FieldError) in try reader.identifier()
        }
        let adopter: MemberID? = try optional { reader throws(FieldError) in try reader.identifier()
        }
        let status = try status()
        return ArchivedVerdict(
            needed: Capabilities(rawValue: needed),
            findings: try findings(),
            canBeHeld: flags & 1 != 0,
            author: author ?? MemberID(.zero),
            status: status,
            adopter: adopter,
            isErased: flags & 2 != 0,
            isDisbelieved: flags & 4 != 0
        )
    }

    private mutating func status() throws(FieldError) -> OperationStatus {
        switch try byte() {
        case 0: return .inForce
        case 1: return .adopted
        case 2: return .held
        case 3: return .unknown
        case 4: return .refused(try code())
        case 5: return .setAside(try code())
        default: throw FieldError()
        }
    }

    mutating func code() throws(FieldError) -> RefusalCode {
        try member(of: RefusalCode.allCases)
    }
}
