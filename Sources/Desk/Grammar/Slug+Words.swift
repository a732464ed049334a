import Foundation
import Newsroom

extension Slug {
    /// Joins the words of a text with dashes, as many as fit, without accents; nil where none is
    /// left, as of a script that a slug cannot hold.
    init?(words text: String) {
        let plain = text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
        }
        let words = plain.split { !$0.isASCII || !$0.properties.isAlphabetic && !("0"..."9" ~= $0) }
        var name = ""
        for word in words where word.count + name.utf8.count < 64 {
            name += (name.isEmpty ? "" : "-") + String(word)
        }
        self.init(name)
    }
}
