package import Newsroom

// What is in memory from the start, as an archive keeps it.

extension ArchivedFrame {
    /// The bytes that `init(bytes:)` reads.
    package var bytes: [UInt8] {
        var writer = FieldWriter()
        writer.shape(shape)
        writer.list(heads) { $0.identifier($1) }
        writer.points(officePoints)
        writer.points(receiptPoints)
        writer.points(asidePoints)
        writer.data(marks)
        writer.list(frontiers) { writer, set in writer.list(set) { $0.varint(Int($1)) } }
        writer.varint(Int(frontierBefore))
        writer.varint(Int(frontierAfter))
        writer.list(openRequests.sorted { $0.key < $1.key }) { writer, request in
            writer.operationID(request.key)
            writer.identifier(request.value)
        }
        return writer.bytes
    }

    /// Reads what `bytes` wrote.
    ///
    /// - Throws: `ArchiveError`.
    package init(bytes: [UInt8]) throws(ArchiveError) {
        var reader = FieldReader(bytes)
        do {
            self.init()
            shape = try reader.shape()
            heads = try reader.list { reader throws(FieldError) in try reader.identifier() }
            officePoints = try reader.points()
            receiptPoints = try reader.points()
            asidePoints = try reader.points()
            marks = try reader.data(limit: bytes.count)
            frontiers = try reader.list { reader throws(FieldError) in
                try reader.list { reader throws(FieldError) in try reader.number32() }
            }
            frontierBefore = try reader.number32()
            frontierAfter = try reader.number32()
            let requests = try reader.list { reader throws(FieldError) -> (OperationID, StoryID) in
                (try reader.operationID(), try reader.identifier())
            }
            openRequests = Dictionary(requests) { first, _ in first }
        } catch {
            throw ArchiveError()
        }
        guard reader.isAtEnd else { throw ArchiveError() }
    }
}

/// The operations on a story, as an archive keeps them.
///
/// - Throws: `ArchiveError` where these are other bytes.
package func points(from bytes: [UInt8]) throws(ArchiveError) -> [Point] {
    var reader = FieldReader(bytes)
    do {
        let points = try reader.points()
        guard reader.isAtEnd else { throw FieldError() }
        return points
    } catch {
        throw ArchiveError()
    }
}

/// What `points(from:)` reads.
package func bytes(of points: [Point]) -> [UInt8] {
    var writer = FieldWriter()
    writer.points(points)
    return writer.bytes
}

extension FieldWriter {
    /// Ascending points, each by its distance from the one before.
    fileprivate mutating func points(_ points: [Point]) {
        var place = 0
        list(points) { writer, point in
            writer.zigzag(point.place - place)
            writer.varint(point.index)
            place = point.place
        }
    }

    fileprivate mutating func shape(_ shape: ArchivedShape) {
        list(shape.logs) { $0.identifier($1) }
        list(shape.branches) { writer, found in
            writer.varint(Int(found.log))
            writer.varint(Int(found.branch.root) + 1)
            writer.varint(Int(found.branch.first))
            writer.varint(Int(found.branch.firstSeq))
            writer.varint(Int(found.branch.tip))
        }
        list(shape.splits.sorted { $0.key < $1.key }) { writer, split in
            writer.varint(Int(split.key))
            writer.list(split.value) { writer, twins in
                writer.varint(twins.first)
                writer.varint(twins.second)
            }
        }
    }
}

extension FieldReader {
    fileprivate mutating func points() throws(FieldError) -> [Point] {
        var place = 0
        return try list { reader throws(FieldError) in
            place += try reader.zigzag()
            let index = try reader.number32()
            guard (0...Int(Int32.max)).contains(place) else { throw FieldError() }
            return Point(place, Int(index))
        }
    }

    fileprivate mutating func shape() throws(FieldError) -> ArchivedShape {
        var shape = ArchivedShape()
        shape.logs = try list { reader throws(FieldError) in try reader.identifier() }
        let logs = shape.logs.count
        shape.branches = try list { reader throws(FieldError) in
            let log = try reader.number32()
            guard log < logs else { throw FieldError() }
            let branch = CausalHistory.Branch(
                root: try reader.number32() - 1,
                first: try reader.number32(),
                firstSeq: UInt64(try reader.varint()),
                tip: try reader.number32()
            )
            return (log: log, branch: branch)
        }
        let splits = try list { reader throws(FieldError) in
            let log = try reader.number32()
            let twins = try reader.list { reader throws(FieldError) in
                CausalHistory.Twins(first: try reader.varint(), second: try reader.varint())
            }
            return (log, twins)
        }
        shape.splits = Dictionary(splits) { first, _ in first }
        return shape
    }
}
