import Press

/// Reads any bytes as a saved page, as a pasted text and as a picture of each kind; whatever becomes
/// a draft has nothing in it that only raw HTML would be, and one note at most.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // libFuzzer owns the bytes and keeps them for this call.
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    // The first line decides what is read: the bytes are never a document or Markdown, which are
    // kept as they are.
    read(Array("<html>".utf8) + bytes, named: "fuzz.html")
    read(Array("x\n".utf8) + bytes, named: "fuzz.txt")
    _ = try? ImportedStory(ForeignFile(bytes: bytes, name: "fuzz.md"), sections: [])
    _ = try? Picture(bytes)
    for beginning in pictures { _ = try? Picture(beginning + bytes) }
    return 0
}

/// The beginnings of the four kinds, up to where what matters begins.
private let pictures: [[UInt8]] = [
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], [0xff, 0xd8, 0xff], Array("GIF89a".utf8),
    Array("RIFF\u{ff}\0\0\0WEBP".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }),
]

private let context = BodyContext(
    site: "https://example.org",
    url: "https://example.org/x/",
    address: { _ in nil },
    picture: { _ in nil }
)

private func read(_ bytes: [UInt8], named name: String) {
    let file = ForeignFile(bytes: bytes, name: name, savedOn: "2026-01-02")
    guard let story = try? ImportedStory(file, sections: ["city"]) else { return }
    precondition(story.note?.ranges(of: "-->").count ?? 1 == 1)
    do {
        _ = try bodyHTML(of: story.text, in: context)
    } catch {
        // A body may be over the press's limits; but the words of a page are no markup.
        precondition(!error.description.contains("raw HTML"))
        precondition(!error.description.contains("kind of"))
    }
}
