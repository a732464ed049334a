/// Every operation as the fold keeps it, entry by entry in the order of arrival, and which of them
/// are about what.
///
/// Those of the first entries may lie in an archive.
struct Acts: Sendable {
    private let archive: (any Archive)?
    private let archived: Int
    private var recent: [Act] = []
    /// Where the operations of each recent entry begin.
    private var firsts: [Int32] = []
    /// The archived entries of whose operations something else became.
    private(set) var changed: [Int: [Act]] = [:]
    /// The operations on each story.
    private var ofStory = Shelved<StoryID, [Point]>()
    /// The operations of the newsroom as a whole.
    private(set) var ofOffice: [Point] = []
    /// The answers of the press, of all stories.
    private(set) var ofPress: [Point] = []
    /// Those that are not in force.
    private var aside: Set<Point> = []

    /// No operations.
    init() { (archive, archived) = (nil, 0) }

    /// The operations that lie in an archive.
    init(_ frame: ArchivedFrame, in archive: any Archive) {
        (self.archive, archived) = (archive, archive.count)
        ofStory = Shelved { story in
            let points = archive.points(of: story)
            return points.isEmpty ? nil : points
        }
        (ofOffice, ofPress) = (frame.officePoints, frame.receiptPoints)
        aside = Set(frame.asidePoints)
    }

    /// The operations on a story, in the order in which they were folded.
    func points(of story: StoryID) -> [Point] { ofStory[story] ?? [] }

    /// The stories that were written on since the archive was made.
    var storiesWrittenOn: Set<StoryID> { ofStory.changed }

    /// Those that are not in force, in the order in which they were folded.
    var notInForce: [Point] { aside.sorted() }

    /// Those on a story that are not in force, in that order.
    func notInForce(on story: StoryID) -> [Point] {
        aside.isEmpty ? [] : points(of: story).filter { aside.contains($0) }
    }

    /// The operations of an entry.
    func acts(at place: Int) -> ArraySlice<Act> {
        guard place >= archived else {
            return (changed[place] ?? archive?.entry(at: place).acts ?? [])[...]
        }
        let index = place - archived
        let end = index + 1 < firsts.count ? Int(firsts[index + 1]) : recent.count
        return recent[Int(firsts[index])..<end]
    }

    /// The operation at a point; nil where its entry has none there.
    subscript(point: Point) -> Act? {
        let acts = acts(at: point.place)
        guard point.index >= 0, point.index < acts.count else { return nil }
        return acts[acts.startIndex + point.index]
    }

    /// The operations at some points, one after the other.
    func at(_ points: [Point]) -> some Sequence<Act> { points.lazy.compactMap { self[$0] } }

    /// Begins an entry, the last to arrive.
    mutating func beginEntry() { firsts.append(Int32(recent.count)) }

    /// Adds an operation of the newest entry, on a story or on the newsroom as a whole.
    mutating func append(_ act: Act, on story: StoryID?) {
        recent.append(act)
        if act.status != .inForce { aside.insert(act.point) }
        guard let story else { return ofOffice.append(act.point) }
        ofStory[story, default: []].append(act.point)
        if case .receipt = act.findings { ofPress.append(act.point) }
    }

    /// Says what else became of an operation.
    mutating func stand(_ point: Point, by standing: Standing) {
        if point.place < archived {
            var acts = Array(acts(at: point.place))
            acts[point.index].stand(by: standing)
            changed[point.place] = acts
        } else {
            recent[Int(firsts[point.place - archived]) + point.index].stand(by: standing)
        }
        if standing.status == .inForce { aside.remove(point) } else { aside.insert(point) }
    }
}
