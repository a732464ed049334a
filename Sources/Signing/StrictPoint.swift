/// The checks on an encoded Ed25519 point that come before OpenSSL's (ledger.md 2).
struct StrictPoint {
    /// The y coordinate without the sign of x, as four little-endian words, lowest first.
    private let y: SIMD4<UInt64>

    init(_ encoded: some RandomAccessCollection<UInt8>) {
        var words = SIMD4<UInt64>()
        for (place, byte) in encoded.enumerated() {
            words[place / 8] |= UInt64(byte) << UInt64(place % 8 * 8)
        }
        words[3] &= .max >> 1
        y = words
    }

    /// Whether y is below p = 2^255 - 19.
    var isCanonical: Bool {
        y[0] < Self.prime[0] || y[1] != .max || y[2] != .max || y[3] != .max >> 1
    }

    /// Whether the point is one of small order, or a twin of one.
    var isOfSmallOrder: Bool { Self.refused.contains(y) }

    /// p, lowest word first.
    private static let prime = SIMD4<UInt64>(.max - 18, .max, .max, .max >> 1)

    /// 0 and 1; -1, and the twins of 0 and 1 that p and p + 1 are; the two of order 8.
    private static let refused: [SIMD4<UInt64>] =
        [SIMD4(0, 0, 0, 0), SIMD4(1, 0, 0, 0)]
        + [prime[0] - 1, prime[0], prime[0] + 1].map { SIMD4($0, .max, .max, .max >> 1) }
        + ordersOfEight

    /// The two y coordinates of order 8.
    private static let ordersOfEight: [SIMD4<UInt64>] = [
        SIMD4(
            0xb027_b2c2_8f95_e826,
            0xf098_eff2_89f4_c345,
            0x3933_c6d3_05ac_dfd5,
            0x05fc_536d_8802_38b1
        ),
        SIMD4(
            0x4fd8_4d3d_706a_17c7,
            0x0f67_100d_760b_3cba,
            0xc6cc_392c_fa53_202a,
            0x7a03_ac92_77fd_c74e
        ),
    ]
}
