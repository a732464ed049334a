/// A place beside one scalar, which it stays with whatever is edited around it.
///
/// It names the scalar by its author and his own count of events, so that it means the same on
/// every replica.
public struct Anchor: Hashable, Sendable {
    /// The side of the scalar that is meant.
    public enum Side: Sendable {
        /// The place before it.
        case before
        /// The place after it.
        case after
    }

    /// Who inserted the scalar.
    public let author: AuthorKey
    /// The inserting event among those of the author.
    public let sequence: Int
    /// Which side of the scalar is meant.
    public let side: Side
}

/// What has become of an anchor.
public enum AnchorPlace: Hashable, Sendable {
    /// Its scalar stands there; the place is in scalars.
    case stands(Int)
    /// Its scalar is deleted; it stood there.
    case gone(Int)
    /// Its scalar is not part of this version.
    case unknown
}

extension EventGraph {
    /// The anchor of the scalar at a place of the text at a version; nil beyond the text.
    public func anchor(_ side: Anchor.Side, scalarAt place: Int, in frontier: Frontier) -> Anchor? {
        var (offset, number): (Int, UInt32?) = (0, nil)
        guard place >= 0 else { return nil }
        pieces(at: frontier).visit { piece in
            if number == nil, place - offset < piece.count {
                number = piece.start + UInt32(place - offset)
            }
            offset += Int(piece.count)
        }
        guard let number else { return nil }
        let event = runs.event(inserting: number)
        let change = changes.index(of: event)
        return Anchor(
            author: authors.keys[Int(changes.authors[change])],
            sequence: Int(changes.sequences[change] + event - changes.starts[change]),
            side: side
        )
    }

    /// Where an anchor is in the text at a version.
    public func place(of anchor: Anchor, in frontier: Frontier) -> AnchorPlace {
        guard let event = event(of: anchor), isAncestor(event, of: frontier) else {
            return .unknown
        }
        let run = runs[runs.index(of: UInt32(event))]
        guard run.kind == .insert else { return .unknown }
        let number = run.insertStart + UInt32(event) - run.events.lowerBound
        var place = 0
        for stretch in Tombstones(of: self, at: frontier).stretches {
            if stretch.inserts.contains(number) {
                guard stretch.isVisible else { return .gone(place) }
                let within = Int(number - stretch.inserts.lowerBound)
                return .stands(place + within + (anchor.side == .after ? 1 : 0))
            }
            if stretch.isVisible { place += stretch.inserts.count }
        }
        return .unknown
    }

    private func event(of anchor: Anchor) -> EventIndex? {
        guard let author = authors.number(of: anchor.author) else { return nil }
        return events(by: author, sequences: anchor.sequence..<(anchor.sequence + 1))?.lowerBound
    }
}
