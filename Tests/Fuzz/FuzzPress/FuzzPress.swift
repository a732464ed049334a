import Press

/// Reads any bytes as a saved page and as a pasted text; whatever becomes a draft has nothing in it
/// that only raw HTML would be, and one note at most.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // libFuzzer owns the bytes and keeps them for this call.
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    // The first line decides what is read: the bytes are never a document or Markdown, which are
    // kept as they are.
    read(Array("<html>".utf8) + bytes, named: "fuzz.html")
    read(Array("x\n".utf8) + bytes, named: "fuzz.txt")
    _ = try? ImportedStory(ForeignFile(bytes: bytes, name: "fuzz.md"), sections: [])
    return 0
}

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
