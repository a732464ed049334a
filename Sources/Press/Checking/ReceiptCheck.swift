import Ledger
import Newsroom

/// A receipt as a stranger checks it: by the press of its time, for this newsroom and site, over the
/// list of keys as it was then.
struct ReceiptCheck {
    let receipt: SignedText
    /// Its number.
    let number: Int
    /// The place in the list of keys that counts for it.
    let place: Int
    /// The hashes of the files that it lists, by name.
    let sums: [String: String]

    /// Checks everything about a receipt but the files that it lists.
    init(_ text: [UInt8], seal: [UInt8]?, keys: KeyChain) throws(CheckRefusal) {
        receipt = try SignedText("receipt.txt", text, type: "stet-receipt/1")
        number = try receipt.number("number")
        place = keys.place(at: number)
        sums = try Self.sums(in: text)
        let press = try keys.press(at: place)
        guard try receipt.value("press") == press else {
            throw CheckRefusal("receipt by a key that was not the press")
        }
        try keys.statements.expectSignature(seal, of: text, called: "receipt.txt", by: press)
        guard try receipt.value("newsroom") == keys.newsroom,
            try receipt.value("site") == keys.site(at: place)
        else { throw CheckRefusal("receipt of another newsroom or site") }
        try expectKeys(keys)
    }

    /// The list of keys only grows: what a receipt saw of it is still its beginning.
    private func expectKeys(_ keys: KeyChain) throws(CheckRefusal) {
        let seen = try receipt.value("keys").split(separator: " ")
        guard seen.count == 2, let length = Int(seen[0]), length >= 0 else {
            throw CheckRefusal("receipt: bad keys field")
        }
        guard length <= keys.text.count,
            digest(Array(keys.text.prefix(length))).description == seen[1]
        else { throw CheckRefusal("the key list was changed after receipt \(number)") }
        let lines = keys.text.prefix(length).count { $0 == UInt8(ascii: "\n") }
        guard lines == place else {
            throw CheckRefusal("the key list does not fit receipt \(number)")
        }
    }

    /// The `sha256sum` lines behind the empty line.
    private static func sums(in text: [UInt8]) throws(CheckRefusal) -> [String: String] {
        let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var sums: [String: String] = [:]
        for line in lines.drop(while: { !$0.isEmpty }).dropFirst().dropLast() {
            let line = String(decoding: line, as: UTF8.self)
            guard let match = line.wholeMatch(of: /([0-9a-f]{64})  ([a-z][a-z0-9.\-]*)/),
                sums.updateValue(String(match.1), forKey: String(match.2)) == nil
            else { throw CheckRefusal("bad list of files in the receipt") }
        }
        return sums
    }
}
