import Press
import TestSupport
import Testing

struct `The text of a file` {
    private func text(_ bytes: [UInt8]) throws -> String { try ForeignText(bytes).text }

    @Test func `is what its byte order mark says`() throws {
        #expect(try text([0xef, 0xbb, 0xbf] + "Brücke".utf8) == "Brücke")
        let wide: [UInt8] = [0xff, 0xfe, 0x42, 0x00, 0xfc, 0x00]
        #expect(try text(wide) == "B\u{fc}")
        #expect(try text([0xfe, 0xff, 0x04, 0x11]) == "Б")
    }

    @Test(
        arguments: [
            ("windows-1251", [0xcc, 0xee, 0xf1, 0xf2], "Мост"), ("koi8-r", [0xed, 0xcf], "Мо"),
            ("Windows-1252", [0x93, 0x42, 0xfc, 0x94], "“Bü”"), ("iso-8859-1", [0x80], "€"),
            ("windows-1254", [0xde, 0xfe], "Şş"), ("cp1256", [0xcc, 0xd3, 0xd1], "جسر"),
            ("ISO-8859-2", [0xb1], "ą"), ("windows-1250", [0xb9], "ą"),
            ("iso-8859-15", [0xa4], "€"), ("iso-8859-5", [0xbc], "М"),
            ("windows-1255", [0xe0], "א"), ("windows-1257", [0xe0], "ą"),
            ("windows-1253", [0xe1], "α"), ("windows-1258", [0xfe], "₫"), ("koi8-u", [0xb7], "Ї"),
        ] as [(String, [UInt8], String)]
    )
    func `is in the encoding that the page says`(
        name: String,
        bytes: [UInt8],
        expected: String
    ) throws {
        for tag in ["<meta charset=\"\(name)\">", "<meta content='text/html; charset=\(name)'>"] {
            let found = try ForeignText(Array(tag.utf8) + bytes)
            #expect(found.text == tag + expected)
            #expect(!found.isGuessed)
        }
    }

    @Test func `is UTF-8, and otherwise a guess`() throws {
        #expect(try !ForeignText(Array("Brücke".utf8)).isGuessed)
        let guessed = try ForeignText([0x42, 0xfc])
        #expect(guessed.text == "B\u{fc}")
        #expect(guessed.isGuessed)
        let lie = try ForeignText(Array("<meta charset=utf-8>".utf8) + [0xfc])
        #expect(lie.isGuessed)
    }

    @Test func `has one kind of line end and no control characters`() throws {
        let bytes = Array("a\r\nb\rc\u{1}d\u{2028}e\u{feff}\tf\u{85}\u{fffe}\n\r\n".utf8)
        #expect(try text(bytes) == "a\nb\ncd\ne\tf\n\n")
    }

    @Test func `is refused where it is none, or in no known encoding`() {
        #expect(throws: ImportError.notText) { try text(Array("PK\u{3}\u{4}\0\0".utf8)) }
        let page = Array("<meta charset=shift_jis>".utf8) + [0x83, 0x75]
        #expect(throws: ImportError.encoding("shift_jis")) { try text(page) }
    }

    /// Every byte in every place: no bytes trap.
    @Test(arguments: Seeds.smoke)
    func `comes of any bytes or an error`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let count = Int.random(in: 0..<200, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let text = (try? ForeignText(bytes))?.text ?? ""
            #expect(!text.unicodeScalars.contains { $0.value < 9 })
        }
    }
}
