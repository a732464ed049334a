import Synchronization

/// What an entry says of a story, escaped for the formats of feeds: several feeds hold the same story,
/// and it is made once for all of them.
///
/// A site has one for as long as nothing of its stories changes.
final class FeedContents: Sendable {
    /// One story's.
    struct Content: Sendable {
        /// As text of an XML element.
        let xml: HTML
        /// As a JSON string, with its quotes.
        let json: [UInt8]
    }

    /// More than the windows of a step's feeds hold; so many have some 10 MB.
    private static let limit = 512

    private let made = Mutex<[Int: Content]>([:])

    /// The content of the story with an ordinal, which `make` makes as text where it is new.
    func content(of ordinal: Int, _ make: () -> String) -> Content {
        if let known = made.withLock({ $0[ordinal] }) { return known }
        let text = make()
        var xml = Markup()
        xml.text(text)
        let content = Content(xml: xml.html, json: JSON.text(text).written)
        made.withLock { made in
            if made.count >= Self.limit { made = [:] }
            made[ordinal] = content
        }
        return content
    }
}
