// The restore marker (ledger.md 2): a file beside the database that lets a restored or copied
// folder be told from one that went on living. Each opening draws a new token and writes it to
// both; a copy of the one without the other, or of both at different times, shows.

/// What the file `restore-marker` says.
struct RestoreMarker: Hashable {
    /// The incarnation that the device writes in.
    var incarnation: UInt64
    /// The token of this life; two while it is being replaced.
    var tokens: [[UInt8]]
    /// The operating system's machine, hashed: 16 bytes.
    var machine: [UInt8]
    /// Where the database lies on its disk.
    var inode: UInt64
    /// When the file `birth` was made, in nanoseconds since 1970: a copy of it has another time.
    var birth: UInt64
    /// The newest place in the device's log; nil while it is empty.
    var last: UInt64?

    init(
        incarnation: UInt64,
        tokens: [[UInt8]],
        machine: [UInt8],
        inode: UInt64,
        birth: UInt64,
        last: UInt64?
    ) {
        self.incarnation = incarnation
        self.tokens = tokens
        self.machine = machine
        self.inode = inode
        self.birth = birth
        self.last = last
    }

    /// The eight lines.
    var text: String {
        """
        stet-marker 1
        incarnation \(hexadecimal(bytes(of: incarnation)))
        token \(tokens.map(hexadecimal).joined(separator: " "))
        machine \(hexadecimal(machine))
        inode \(Self.digits(inode))
        birth \(Self.digits(birth))
        last-seq \(last.map(Self.digits) ?? Self.noSeq)
        end

        """
    }

    /// The place of the last line but one's value, from the file's end: it is overwritten there.
    static let placeOfLastFromEnd = "end\n".utf8.count + 1 + 20

    /// Twenty digits, so that the value can be overwritten where it stands.
    static func digits(_ value: UInt64) -> String {
        let digits = String(value)
        return String(repeating: "0", count: 20 - digits.utf8.count) + digits
    }

    private static let noSeq = String(repeating: "-", count: 20)

    /// Reads exactly what `text` writes; nil for anything else.
    init?(parsing text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 9 else { return nil }
        let values = lines.map { line in
            line.split(separator: " ").dropFirst().map { String($0) }
        }
        guard let incarnation = values[1].first.flatMap({ UInt64($0, radix: 16) }),
            let inode = values[4].first.flatMap({ UInt64($0) }),
            let birth = values[5].first.flatMap({ UInt64($0) }), let last = values[6].first
        else { return nil }
        self.init(
            incarnation: incarnation,
            tokens: values[2].map(fromHexadecimal),
            machine: values[3].first.map(fromHexadecimal) ?? [],
            inode: inode,
            birth: birth,
            last: UInt64(last)
        )
        guard self.text == text, (1...2).contains(tokens.count) else { return nil }
    }

    /// Whether the database that is open now is the one that this marker was written for, or a
    /// later state of it.
    func isContinued(by life: RestoreMarker) -> Bool {
        let isBehind = (last ?? 0) <= (life.last ?? 0) && (last == nil || life.last != nil)
        return incarnation == life.incarnation && life.tokens.allSatisfy(tokens.contains)
            && machine == life.machine && inode == life.inode && birth == life.birth && isBehind
    }
}

func bytes(of number: UInt64) -> [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> UInt64($0)) }
}

func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// The bytes that pairs of digits spell; none where they are no digits.
func fromHexadecimal(_ digits: String) -> [UInt8] {
    let digits = Array(digits)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(digits[$0...($0 + 1)]), radix: 16)
    }
}
