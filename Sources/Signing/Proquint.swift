// Proquints (Wilkerson, arXiv 0901.4016): 16 bits are one word of five letters that people of most
// languages can say aloud; there is no list of words to agree on.

/// Bytes as words to be compared by phone, two bytes a word; an odd last byte is left out.
package func spoken(_ bytes: [UInt8]) -> [String] {
    let consonants = Array("bdfghjklmnprstvz".utf8)
    let vowels = Array("aiou".utf8)
    return stride(from: 0, to: bytes.count - 1, by: 2).map { place in
        let bits = Int(bytes[place]) << 8 | Int(bytes[place + 1])
        let letters = [
            consonants[bits >> 12 & 15], vowels[bits >> 10 & 3], consonants[bits >> 6 & 15],
            vowels[bits >> 4 & 3], consonants[bits & 15],
        ]
        return String(decoding: letters, as: UTF8.self)
    }
}

/// The words of a public key: five, from its SHA-256, so that two people can tell keys apart.
package func keyWords(_ key: [UInt8]) -> [String] {
    spoken(Array(sha256(Array("stet key 1\n".utf8) + key)[..<10]))
}
