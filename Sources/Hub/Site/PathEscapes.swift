// Paths as they travel: bytes that are not plain ASCII are written `%41` (RFC 3986, 2.1).

extension Substring {
    /// The text behind the escapes; nil where one is cut off, or they make no text.
    var removingEscapes: String? {
        guard utf8.contains(UInt8(ascii: "%")) else { return String(self) }
        var (bytes, rest) = ([UInt8](), Array(utf8)[...])
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
