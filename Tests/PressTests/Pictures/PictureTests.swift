import Ledger
import Press
import TestSupport
import Testing

struct `A picture` {
    private static let placed = InventedPicture.exif([], places: [1, 2, 3, 4])
    private static let words = "<rdf:Description exif:GPSLatitude=\"53,47.9N\"/>"

    /// One of each kind, with the notes that programs leave in them.
    private static let samples: [[UInt8]] = [
        InventedPicture.png(width: 6, height: 4),
        InventedPicture.png(with: "eXIf", InventedPicture.exif([(0x0112, 1)])),
        InventedPicture.jpeg(segments: [
            (0xe1, Array("Exif\0\0".utf8) + InventedPicture.exif([(0x0112, 6)], places: [0])),
            (0xfe, Array("made at the quay".utf8)),
        ]),
        InventedPicture.gif(note: [3, 1, 2, 3]),
        InventedPicture.webp([
            ("VP8X", [0, 0, 0, 0, 29, 0, 0, 19, 0, 0]),
            InventedPicture.webpPixels(width: 30, height: 20),
            ("EXIF", InventedPicture.exif([(0x0110, 1)])),
        ]),
    ]

    private func error(of bytes: [UInt8]) -> PictureError? {
        do {
            _ = try Picture(bytes)
            return nil
        } catch {
            return error
        }
    }

    private func tellsPlace(_ bytes: [UInt8]) throws -> Bool { try Picture(bytes).tellsPlace }

    @Test func `has the kind and the size that its bytes tell`() throws {
        let pictures = try Self.samples.map { try Picture($0) }
        #expect(pictures.map(\.kind) == [.png, .png, .jpg, .gif, .webp])
        #expect(pictures.map(\.width) == [6, 4, 480, 20, 30])
        #expect(pictures.map(\.height) == [4, 3, 640, 10, 20])
        #expect(pictures.map(\.length) == Self.samples.map(\.count))
        #expect(pictures[0].hash == digest(Self.samples[0]))
        #expect(pictures.allSatisfy { !$0.tellsPlace })
    }

    @Test func `that lies on its side is shown upright`() throws {
        for (turn, isTurned) in [(1, false), (3, false), (5, true), (6, true), (8, true)] {
            for isLittle in [true, false] {
                let exif = InventedPicture.exif([(0x0112, turn)], isLittle: isLittle)
                let notes = Array("Exif\0\0".utf8) + exif
                let picture = try Picture(InventedPicture.jpeg(segments: [(0xe1, notes)]))
                #expect(picture.width == (isTurned ? 480 : 640), "\(turn)")
            }
        }
    }

    @Test func `in WebP with loss is known by its first frame`() throws {
        let frame: [UInt8] = [0x10, 0, 0, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00, 0, 0]
        let picture = try Picture(InventedPicture.webp([("VP8 ", frame)]))
        #expect(picture.width == 320)
        #expect(picture.height == 240)
    }

    @Test func `that is cut off anywhere is none`() {
        for sample in Self.samples {
            for length in sample.indices {
                #expect(error(of: Array(sample[..<length])) != nil, "\(length) of \(sample.count)")
            }
        }
    }

    @Test func `with something behind its end is none`() {
        let archive = Array("PK\u{3}\u{4}".utf8)
        for sample in Self.samples {
            guard case .trailing(_, 4) = error(of: sample + archive) else {
                Issue.record("an archive passed as \(sample.prefix(4))")
                continue
            }
        }
    }

    @Test func `of another kind is none, whatever it is called`() {
        #expect(error(of: Array("<svg onload=\"alert(1)\"/>".utf8)) == .markup)
        #expect(error(of: Array("\u{FEFF}\n <!DOCTYPE html>".utf8)) == .markup)
        #expect(error(of: Array("BM".utf8)) == .unknownKind)
        #expect(error(of: Array("RIFF\0\0\0\0WAVE".utf8)) == .unknownKind)
        #expect(error(of: []) == .unknownKind)
    }

    @Test func `that states more pixels than anybody draws is refused unseen`() {
        let huge = InventedPicture.jpeg(width: 65_500, height: 65_500)
        #expect(error(of: huge) == .tooManyPixels(width: 65_500, height: 65_500))
        let frame = InventedPicture.webp([
            InventedPicture.webpPixels(width: 16_384, height: 16_384)
        ])
        #expect(error(of: frame) == .tooManyPixels(width: 16_384, height: 16_384))
        #expect(error(of: InventedPicture.gif(width: 20_000, height: 20_000)) != nil)
        #expect(error(of: InventedPicture.gif(width: 0)) == .empty)
        #expect(error(of: InventedPicture.jpeg(height: 0)) == .empty)
    }

    @Test func `of more than 50 million bytes is refused`() {
        let bytes = [UInt8](repeating: 0xff, count: PictureLimits.fileBytes + 1)
        #expect(error(of: bytes) == .tooLarge(bytes: PictureLimits.fileBytes + 1))
    }

    @Test func `tells a place where a camera noted one`() throws {
        for isLittle in [true, false] {
            let exif = InventedPicture.exif([(0x0112, 1)], places: [1, 2], isLittle: isLittle)
            let named = Array("Exif\0\0".utf8) + exif
            #expect(try tellsPlace(InventedPicture.jpeg(segments: [(0xe1, named)])))
            #expect(try tellsPlace(InventedPicture.png(with: "eXIf", exif)))
            let pixels = InventedPicture.webpPixels(width: 3, height: 3)
            #expect(try tellsPlace(InventedPicture.webp([pixels, ("EXIF", exif)])))
            #expect(try tellsPlace(InventedPicture.webp([pixels, ("EXIF", named)])))
        }
    }

    @Test func `tells no place where the camera did not know it`() throws {
        let exif = InventedPicture.exif([(0x0110, 1)], places: [0, 29])
        #expect(try !tellsPlace(InventedPicture.png(with: "eXIf", exif)))
    }

    @Test func `tells a place where a program wrote one down`() throws {
        let words = Array(Self.words.utf8)
        let name = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
        #expect(try tellsPlace(InventedPicture.jpeg(segments: [(0xe1, name + words)])))
        let keyword = Array("XML:com.adobe.xmp\0\0\0\0\0".utf8)
        #expect(try tellsPlace(InventedPicture.png(with: "iTXt", keyword + words)))
        #expect(try tellsPlace(InventedPicture.gif(note: [UInt8(words.count)] + words)))
        let pixels = InventedPicture.webpPixels(width: 3, height: 3)
        #expect(try tellsPlace(InventedPicture.webp([pixels, ("XMP ", words)])))
    }

    @Test func `tells a place also where its words are cut in two`() throws {
        let name = Array("http://ns.adobe.com/xmp/extension/\0".utf8)
        let head = name + [UInt8](repeating: 0x30, count: 40)
        let words = Array(Self.words.utf8)
        let halves = [words[..<24], words[24...]].map { (UInt8(0xe1), head + $0) }
        #expect(try tellsPlace(InventedPicture.jpeg(segments: halves)))
    }

    @Test func `with notes that nobody can read is refused`() {
        let packed = Array("XML:com.adobe.xmp\0\u{1}\0\0\0x".utf8)
        #expect(error(of: InventedPicture.png(with: "iTXt", packed)) == .hidden(.png))
        let raw = Array("Raw profile type exif\0\n69".utf8)
        #expect(error(of: InventedPicture.png(with: "tEXt", raw)) == .hidden(.png))
        #expect(error(of: InventedPicture.png(with: "zTXt", raw)) == .hidden(.png))
        let broken = Array("Exif\0\0nonsense".utf8)
        #expect(error(of: InventedPicture.jpeg(segments: [(0xe1, broken)])) == .hidden(.jpg))
    }

    @Test func `whose directories lead round in a circle is refused`() {
        var exif = InventedPicture.exif([])
        // The next directory is the first again.
        exif[exif.count - 4] = 8
        #expect(error(of: InventedPicture.png(with: "eXIf", exif)) == .hidden(.png))
    }

    @Test(arguments: Seeds.smoke)
    func `with any bytes changed is read or refused`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for sample in Self.samples + [InventedPicture.png(with: "eXIf", Self.placed)] {
            for _ in 0..<200 {
                var bytes = sample
                for _ in 0..<Int.random(in: 1...4, using: &random) {
                    let place = Int.random(in: bytes.indices, using: &random)
                    bytes[place] = UInt8.random(in: 0...255, using: &random)
                }
                if let picture = try? Picture(bytes) {
                    #expect(picture.width * picture.height <= 100_000_000)
                }
            }
        }
    }

    @Test func `that is refused says why, and what to do`() {
        let errors: [PictureError] = [
            .unknownKind, .markup, .tooLarge(bytes: 60_000_000),
            .tooManyPixels(width: 20_000, height: 20_000), .empty, .endsEarly(.png),
            .malformed(.jpg), .trailing(.gif, bytes: 4), .hidden(.webp), .tellsPlace,
        ]
        #expect(
            errors.map(\.description) == [
                "is no JPEG, PNG, GIF or WebP",
                "is a drawing or a page, which can run programs",
                "has 60000000 bytes, more than 50000000",
                "has 20000 × 20000 pixels, more than 100 million",
                "has no pixel",
                "is a PNG that ends early",
                "is a JPEG whose parts do not fit together",
                "is a GIF with 4 bytes of something else behind its end",
                "is a WebP with notes in it that cannot be read",
                "tells the place where it was taken",
            ]
        )
        #expect(errors.allSatisfy { !$0.hint.isEmpty })
    }
}
