import Foundation
import GRDB
import Ledger
import Newsroom
import Signing

/// Brings the news list and the index of words up to date with a newsroom.
struct Lister {
    private static let rules = "archive rules"

    let newsroom: Newsroom
    let database: Database

    /// Writes what changed; where the rules did, also the cards of everything in work.
    func write() throws {
        let changed = newsroom.storiesToArchive
        for story in changed { try write(story) }
        let rules = newsroom.view.rulesDigest.bytes
        guard try Facts.bytes(Self.rules, in: database) != rules else { return }
        for story in try ArchivedCards.storiesInWork(in: database) {
            try ArchivedCards.write(newsroom.cards(of: story), of: story, into: database)
        }
        try Facts.set(Self.rules, rules, in: database)
    }

    /// Whether the cards in the archive were made under the rules of a view.
    static func areCurrent(under view: View, in database: Database) throws -> Bool {
        try Facts.bytes(rules, in: database) == view.rulesDigest.bytes
    }

    private func write(_ story: StoryID) throws {
        let cards = newsroom.cards(of: story)
        try ArchivedCards.write(cards, of: story, into: database)
        try ArchivedDocuments.write(
            cards.map { ($0.draft, $0.name, newsroom.view.document(of: $0.draft)) },
            of: story,
            into: database
        )
    }
}
