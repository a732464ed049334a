package import Newsroom

/// A receipt that counts, with what the press recorded of it: one step of public history.
package struct Receipt: Sendable {
    /// The receipt's text.
    package let text: [UInt8]
    /// The press's seal over the text.
    package let seal: Seal
    /// The press's seal over the log's checkpoint after it.
    package let checkpointSeal: Seal
    /// The body, or the notice, as HTML.
    package let body: HTML
    /// The fields of the text.
    let fields: StatementFields
    /// Its number in public order.
    package let number: Int
    /// The story.
    package let story: StoryID
    /// How often the story was issued.
    let version: Int
    /// What was done.
    let action: Action
    /// The story's address.
    package let url: String
    /// The slug in its address.
    let slug: String
    /// When it was issued.
    let issued: WrittenTime
    /// When the story was first issued.
    let published: WrittenTime
    /// When the story last changed for readers.
    let updated: WrittenTime
    /// The number of the receipt whose correction it drops.
    package var drops: Int?

    /// What the press did (publishing.md 5.2).
    package enum Action: String, Sendable {
        case issued, withheld, restored, withdrawn, removed, dropped
    }

    /// Reads a receipt's text; nil where it is none.
    package init?(text: [UInt8], seal: Seal, checkpointSeal: Seal, body: [UInt8]) {
        guard let string = String(validating: text, as: UTF8.self) else { return nil }
        let fields = StatementFields(string)
        guard fields.type == "stet-receipt/1", let number = fields["number"].flatMap({ Int($0) }),
            let story = fields["story"].flatMap({ StoryID(hex: $0) }),
            let version = fields["version"].flatMap({ Int($0) }), let url = fields["url"],
            let action = fields["action"].flatMap({ Action(rawValue: $0) }),
            let issued = fields["issued"].flatMap({ WrittenTime($0) }),
            let published = fields["published"].flatMap({ WrittenTime($0) }),
            let updated = fields["updated"].flatMap({ WrittenTime($0) })
        else { return nil }
        self.text = text
        self.seal = seal
        self.checkpointSeal = checkpointSeal
        self.body = HTML(trusted: body)
        self.fields = fields
        self.number = number
        self.story = story
        self.version = version
        self.action = action
        self.url = url
        slug = url.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
        self.issued = issued
        self.published = published
        self.updated = updated
    }

    /// The key that sealed it.
    var press: DeviceKey? { fields["press"].flatMap { DeviceKey(hex: $0) } }

    /// What the draft was for; nil where no draft was published.
    var kind: String? { action == .issued ? fields["kind"] : nil }

    /// The note to readers.
    var note: String? {
        guard let note = fields["note"], note != "-" else { return nil }
        return unescaped(note)
    }
}

/// The inverse of a document's escaping.
private func unescaped(_ value: String) -> String {
    var text = String.UnicodeScalarView()
    var isEscape = false
    for scalar in value.unicodeScalars {
        if isEscape {
            text.append(scalar == "n" ? "\n" : scalar)
            isEscape = false
        } else if scalar == "\\" {
            isEscape = true
        } else {
            text.append(scalar)
        }
    }
    return String(text)
}
