/// What arrived at a hub, told along with the event that something did: the answer to a question
/// that nobody had to ask.
package struct HubNews: Hashable, Sendable {
    /// Where those read who lack exactly this.
    package let after: Cursor
    /// Where they read on.
    package let cursor: Cursor
    /// The body of the answer to an exchange from there.
    package let reply: [UInt8]
    /// The most that such an answer may have; more is asked for.
    package static let limitBytes = 65_536

    /// Takes the parts; nil where the answer is too long to be told along.
    package init?(after: Cursor, cursor: Cursor, reply: [UInt8]) {
        guard reply.count <= Self.limitBytes else { return nil }
        (self.after, self.cursor, self.reply) = (after, cursor, reply)
    }
}
