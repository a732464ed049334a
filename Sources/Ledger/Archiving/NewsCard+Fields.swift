package import Newsroom

// A line of the news list, as an archive keeps it.

extension NewsCard {
    /// The bytes that `init(bytes:)` reads.
    package var bytes: [UInt8] {
        var writer = FieldWriter()
        writer.identifier(draft)
        writer.identifier(story)
        writer.text(name)
        writer.text(status.rawValue)
        writer.text(publicWord)
        writer.identifier(owner)
        writer.varint(otherOwners)
        writer.identifier(opener)
        writer.optional(due) { $0.zigzag(Int($1.milliseconds)) }
        writer.optional(lateFrom) { $0.zigzag(Int($1.milliseconds)) }
        writer.varint(words)
        writer.optional(length) { $0.zigzag($1) }
        writer.list(gates) { writer, mark in
            writer.choice(mark.gate)
            writer.gateState(mark.state)
        }
        writer.list(restrictions) { $0.text($1) }
        writer.byte((isBehind ? 1 : 0) | (isUnread ? 2 : 0))
        writer.varint(comments)
        writer.varint(items)
        writer.identifier(hash)
        writer.text(section)
        writer.text(urgency)
        writer.optional(doneAt) { $0.zigzag(Int($1.milliseconds)) }
        return writer.bytes
    }

    /// Reads what `bytes` wrote.
    ///
    /// - Throws: `ArchiveError`.
    package init(bytes: [UInt8]) throws(ArchiveError) {
        var reader = FieldReader(bytes)
        do {
            self = try reader.newsCard()
        } catch {
            throw ArchiveError()
        }
        guard reader.isAtEnd else { throw ArchiveError() }
    }
}

extension FieldWriter {
    fileprivate mutating func gateState(_ state: GateState) {
        switch state {
        case .changesRequested: byte(0)
        case .notNeeded: byte(1)
        case .cleared: byte(2)
        case .stale: byte(3)
        case .required(let have, let need):
            byte(4)
            varint(have)
            varint(need)
        }
    }
}

extension FieldReader {
    fileprivate mutating func newsCard() throws(FieldError) -> NewsCard {
        let (draft, story): (DraftID, StoryID) = (try identifier(), try identifier())
        let name = try text()
        guard let status = DraftStatus(rawValue: try text()) else { throw FieldError() }
        var card = NewsCard(
            draft: draft,
            story: story,
            name: name,
            status: status,
            publicWord: try text(),
            owner: try identifier(),
            otherOwners: try varint(),
            opener: try identifier(),
            due: try moment(),
            lateFrom: try moment(),
            words: try varint(),
            length: try optional { reader throws(FieldError) in try reader.zigzag() },
            gates: try list { reader throws(FieldError) in
                NewsCard.GateMark(gate: try reader.choice(), state: try reader.gateState())
            },
            restrictions: try list { reader throws(FieldError) in try reader.text() }
        )
        let flags = try byte()
        (card.isBehind, card.isUnread) = (flags & 1 != 0, flags & 2 != 0)
        (card.comments, card.items) = (try varint(), try varint())
        card.hash = try identifier()
        (card.section, card.urgency) = (try text(), try text())
        card.doneAt = try moment()
        return card
    }

    private mutating func moment() throws(FieldError) -> Moment? {
        let milliseconds = try optional { reader throws(FieldError) in try reader.zigzag() }
        return milliseconds.map { Moment(milliseconds: Int64($0)) }
    }

    private mutating func gateState() throws(FieldError) -> GateState {
        switch try byte() {
        case 0: return .changesRequested
        case 1: return .notNeeded
        case 2: return .cleared
        case 3: return .stale
        case 4: return .required(have: try varint(), need: try varint())
        default: throw FieldError()
        }
    }
}
