/// The checks on an encoded Ed25519 point that come before OpenSSL's (ledger.md 2).
struct StrictPoint {
    /// The y coordinate, little-endian, without the sign of x.
    private let y: [UInt8]

    init(_ encoded: [UInt8]) {
        var y = encoded
        y[31] &= 0x7f
        self.y = y
    }

    /// Whether y is below p = 2^255 - 19.
    var isCanonical: Bool {
        y.reversed().lexicographicallyPrecedes(Self.prime.reversed())
    }

    /// Whether the point is one of small order, or a twin of one.
    var isOfSmallOrder: Bool { Self.refused.contains(y) }

    /// p, little-endian.
    private static let prime = [0xed] + [UInt8](repeating: 0xff, count: 30) + [0x7f]

    private static let refused: Set<[UInt8]> = {
        let zeros = [UInt8](repeating: 0, count: 31)
        var refused: Set<[UInt8]> = [[0] + zeros, [1] + zeros]
        for last: UInt8 in [0xec, 0xed, 0xee] { refused.insert([last] + prime[1...]) }
        for bigEndian in ordersOfEight { refused.insert(bigEndian.reversed()) }
        return refused
    }()

    /// The two y coordinates of order 8, big-endian.
    private static let ordersOfEight: [[UInt8]] = [
        [
            0x05, 0xfc, 0x53, 0x6d, 0x88, 0x02, 0x38, 0xb1, 0x39, 0x33, 0xc6, 0xd3, 0x05, 0xac,
            0xdf, 0xd5, 0xf0, 0x98, 0xef, 0xf2, 0x89, 0xf4, 0xc3, 0x45, 0xb0, 0x27, 0xb2, 0xc2,
            0x8f, 0x95, 0xe8, 0x26,
        ],
        [
            0x7a, 0x03, 0xac, 0x92, 0x77, 0xfd, 0xc7, 0x4e, 0xc6, 0xcc, 0x39, 0x2c, 0xfa, 0x53,
            0x20, 0x2a, 0x0f, 0x67, 0x10, 0x0d, 0x76, 0x0b, 0x3c, 0xba, 0x4f, 0xd8, 0x4d, 0x3d,
            0x70, 0x6a, 0x17, 0xc7,
        ],
    ]
}
