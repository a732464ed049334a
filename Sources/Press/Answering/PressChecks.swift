package import Newsroom

/// The press's own checks, which the Desk makes too before it signs a release, so that a person
/// meets a refusal at his keyboard; nil where the document can be published (publishing.md 1.1).
///
/// Links to other stories count as public.
package func pressRefusal(
    of document: CanonicalDocument,
    slug: Slug,
    pictures: PictureSource = .none
) -> PressRefusal? {
    pressRefusal(of: document, slug: slug, in: .anywhere(pictures))
}

/// The same at a certain place.
func pressRefusal(
    of document: CanonicalDocument,
    slug: Slug,
    in context: BodyContext
) -> PressRefusal? {
    do {
        _ = try checkedBody(of: document, slug: slug, in: context)
        return nil
    } catch {
        return error
    }
}

/// The body as HTML of a document that passes all checks.
func checkedBody(
    of document: CanonicalDocument,
    slug: Slug,
    in context: BodyContext
) throws(PressRefusal) -> HTML {
    guard slug.description.utf8.contains(where: { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 })
    else { throw PressRefusal(.address, "no letter in `\(slug)`") }
    for field in DocumentField.allCases {
        guard let value = document.fields[field] else { continue }
        try checkText(value, field: field)
    }
    try checkPictures(of: document, in: context)
    try checkBody(document.body)
    return try BodyWriter.html(of: document.body, in: context)
}

/// What XML forbids, and direction marks that reach beyond their field (F11, F20).
private func checkText(_ value: String, field: DocumentField) throws(PressRefusal) {
    if let bad = value.unicodeScalars.first(where: { !$0.isXMLCharacter }) {
        throw PressRefusal(.text, "\(bad.codePoint) in the \(field)")
    }
    guard value.hasBalancedDirections else {
        throw PressRefusal(.text, "direction marks out of balance in the \(field)")
    }
}

private func checkBody(_ body: String) throws(PressRefusal) {
    var line = 1
    for scalar in body.unicodeScalars {
        guard scalar.isXMLCharacter else {
            throw PressRefusal(.text, "\(scalar.codePoint) in line \(line)")
        }
        if scalar == "\n" { line += 1 }
    }
}

/// That those which are here may be published; the lead picture is here and has a text.
private func checkPictures(
    of document: CanonicalDocument,
    in context: BodyContext
) throws(PressRefusal) {
    for hash in document.media {
        guard let error = context.pictureError(hash) else { continue }
        throw PressRefusal(.picture, "`\(hash.description.prefix(8))…` \(error)")
    }
    guard let hex = document.fields[.leadImage] else { return }
    let name = "`\(hex.prefix(8))…`"
    guard let hash = Bytes32(hex: hex), context.picture(hash) != nil else {
        throw PressRefusal(.picture, "the lead picture \(name) is not here")
    }
    guard document.fields[.leadImageAlt] != nil else {
        throw PressRefusal(.picture, "\(name) has no alt")
    }
}

extension BodyContext {
    /// A body by itself: other stories may be public.
    fileprivate static func anywhere(_ pictures: PictureSource) -> BodyContext {
        BodyContext(
            site: "https://example.org",
            url: "https://example.org/",
            address: { "https://example.org/\($0)/" },
            pictures: pictures
        )
    }
}

extension Unicode.Scalar {
    /// Whether XML 1.0 allows it (2.2).
    var isXMLCharacter: Bool {
        switch value {
        case 0x9, 0xa, 0xd, 0x20...0xd7ff, 0xe000...0xfffd, 0x1_0000...0x10_ffff: true
        default: false
        }
    }

    /// `U+000B`.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }
}

extension String {
    /// Whether every direction mark that opens is closed, and none closes what is not open.
    var hasBalancedDirections: Bool {
        var (embeddings, isolates) = (0, 0)
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x202a, 0x202b, 0x202d, 0x202e: embeddings += 1
            case 0x202c: embeddings -= 1
            case 0x2066...0x2068: isolates += 1
            case 0x2069: isolates -= 1
            default: continue
            }
            if embeddings < 0 || isolates < 0 { return false }
        }
        return embeddings == 0 && isolates == 0
    }
}
