import Ledger
import Newsroom

/// The part of an address that is made from words: `Über Köln` is `über-köln`.
enum Name {
    /// ASCII letters in lower case, digits and other scalars kept, every other run one `-`, none at
    /// the ends; where nothing is left, `x` and eight digits of the SHA-256.
    static func plain(_ words: String) -> String {
        var name = String.UnicodeScalarView()
        var isGap = false
        for scalar in words.unicodeScalars {
            guard isKept(scalar) else {
                isGap = !name.isEmpty
                continue
            }
            if isGap { name.append("-") }
            isGap = false
            let isUpper = ("A"..."Z").contains(scalar)
            name.append(isUpper ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
        }
        return name.isEmpty ? "x" + digest(Array(words.utf8)).description.prefix(8) : String(name)
    }

    private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.isASCII else { return !scalar.properties.isWhitespace }
        return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            || ("0"..."9").contains(scalar)
    }
}

extension String {
    /// The path with everything but ASCII letters, digits and `-._~/` percent-encoded.
    package var pathEscaped: String {
        if utf8.allSatisfy(isPlainInPath) { return self }
        var bytes: [UInt8] = []
        for byte in utf8 {
            if isPlainInPath(byte) {
                bytes.append(byte)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                bytes += "%\(byte < 16 ? "0" : "")\(digits)".utf8
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

private func isPlainInPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    case UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"): true
    default: false
    }
}
