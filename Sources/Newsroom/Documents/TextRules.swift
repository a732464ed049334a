// What may stand in a field (newsroom.md 11). A scalar must be one that XML 1.0 allows and no
// control; line feeds only in Text and body, tabs only in the body, carriage returns never.

/// Where a string stands, and how long it may be in scalars.
enum TextKind {
    case line(Int)
    case text(Int)
    case body

    /// Why `value` may not stand there; nil where it may.
    func refusal(of value: String) -> RefusalCode? {
        let scalars = value.unicodeScalars
        guard scalars.allSatisfy(allows) else { return .scalar }
        switch self {
        case .line(let limit):
            let isPadded = scalars.first == " " || scalars.last == " "
            return scalars.count > limit || isPadded ? .limit : nil
        case .text(let limit): return scalars.count > limit ? .limit : nil
        case .body: return value.utf8.count > 262_144 ? .limit : nil
        }
    }

    private func allows(_ scalar: Unicode.Scalar) -> Bool {
        switch (scalar.value, self) {
        case (0x0a, .line), (0x2028, .line), (0x2029, .line): false
        case (0x0a, _): true
        case (0x09, .body): true
        case (0..<0x20, _), (0x7f...0x9f, _), (0xfffe...0xffff, _): false
        default: true
        }
    }
}

extension DocumentField {
    /// Why `value` may not stand in this field; nil where it may, or where it is empty.
    package func refusal(of value: String) -> RefusalCode? {
        guard !value.isEmpty else { return nil }
        if let refusal = kind.refusal(of: value) { return refusal }
        switch self {
        case .tags: return Self.areTags(value) ? nil : .limit
        case .language: return Self.isLanguage(value) ? nil : .limit
        case .urgency: return value.utf8.count == 1 && "1"..."9" ~= value ? nil : .limit
        case .leadImage: return Bytes32(hex: value) == nil ? .limit : nil
        default: return nil
        }
    }

    private var kind: TextKind {
        switch self {
        case .headline, .byline, .leadImageCredit: .line(300)
        case .dateline: .line(100)
        case .section, .leadImage: .line(64)
        case .standfirst: .text(1_000)
        case .tags: .line(20 * 66)
        case .language: .line(35)
        case .urgency: .line(1)
        case .leadImageAlt: .line(1_000)
        case .leadImageCaption, .note: .text(2_000)
        }
    }

    private static func areTags(_ value: String) -> Bool {
        let tags = value.unicodeScalars.split(separator: ",", omittingEmptySubsequences: false)
        let trimmed = tags.enumerated().map { $0 == 0 ? String($1) : String($1.dropFirst()) }
        let isSpaced = tags.dropFirst().allSatisfy { $0.first == " " }
        return isSpaced && tags.count <= 20 && Set(trimmed).count == trimmed.count
            && trimmed.allSatisfy { !$0.isEmpty && TextKind.line(64).refusal(of: $0) == nil }
    }

    /// Letters, digits and hyphens of a language tag (RFC 5646), by shape alone.
    private static func isLanguage(_ value: String) -> Bool {
        let parts = value.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let areRight = parts.allSatisfy { part in
            (1...8).contains(part.count) && part.allSatisfy(isLetterOrDigit)
        }
        let isWord = parts.first.map { $0.count >= 2 && !$0.contains(where: isDigit) } ?? false
        return areRight && isWord
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
