/// A field of the canonical document, in the order of the document (newsroom.md 6).
public enum DocumentField: UInt8, CaseIterable, Hashable, Sendable {
    /// The headline, a Line of 300.
    case headline
    /// The standfirst, a Text of 1,000.
    case standfirst
    /// Who wrote it, a Line of 300.
    case byline
    /// Where it was written, a Line of 100.
    case dateline
    /// The section, a Line of 64.
    case section
    /// Up to 20 tags joined by ", ".
    case tags
    /// The language, a BCP 47 tag.
    case language
    /// 1 to 9, 1 most urgent.
    case urgency
    /// The SHA-256 of the lead picture.
    case leadImage
    /// What the lead picture shows, for who cannot see it.
    case leadImageAlt
    /// The lead picture's caption.
    case leadImageCaption
    /// Who made the lead picture.
    case leadImageCredit
    /// What was wrong and what is right, or what is new; public.
    case note
}

extension DocumentField: CustomStringConvertible {
    /// The name in the document: "lead-image-alt".
    public var description: String {
        switch self {
        case .headline: "headline"
        case .standfirst: "standfirst"
        case .byline: "byline"
        case .dateline: "dateline"
        case .section: "section"
        case .tags: "tags"
        case .language: "language"
        case .urgency: "urgency"
        case .leadImage: "lead-image"
        case .leadImageAlt: "lead-image-alt"
        case .leadImageCaption: "lead-image-caption"
        case .leadImageCredit: "lead-image-credit"
        case .note: "note"
        }
    }

    /// Finds the field by its name in the document.
    public init?(named name: some StringProtocol) {
        guard let field = DocumentField.allCases.first(where: { $0.description == name }) else {
            return nil
        }
        self = field
    }
}
