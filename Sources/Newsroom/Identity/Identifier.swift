/// A name of something, made of 32 bytes; the type says of what.
public protocol Identifier: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The bytes that travel and are compared.
    var bytes: Bytes32 { get }

    /// Names the thing that these bytes name.
    init(_ bytes: Bytes32)
}

extension Identifier {
    /// Reads 64 hexadecimal digits in lower case; nil otherwise.
    public init?(hex: some StringProtocol) {
        guard let bytes = Bytes32(hex: hex) else { return nil }
        self.init(bytes)
    }

    /// All 64 hexadecimal digits, in lower case.
    public var description: String { bytes.description }

    /// The first eight hexadecimal digits: enough for people to tell things apart.
    public var short: String { String(description.prefix(8)) }

    /// Whether these are its first hexadecimal digits, at least four.
    public func isCalled(_ digits: String) -> Bool {
        digits.count >= 4 && description.hasPrefix(digits)
    }

    /// Whether this stands for "the object of this same entry" (newsroom.md 3.1).
    public var isOfSameEntry: Bool { bytes == .zero }

    /// Compares as unsigned bytes.
    public static func < (left: Self, right: Self) -> Bool { left.bytes < right.bytes }
}
