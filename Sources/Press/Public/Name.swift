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
