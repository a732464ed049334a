/// The elements of a page that may hold its story, as stretches of its blocks.
struct PageContainers {
    struct Container {
        let isArticle: Bool
        /// The container around it, by number.
        let parent: Int?
        /// Its blocks.
        var blocks: Range<Int>
    }

    private(set) var all: [Container] = []

    /// How many there are.
    var count: Int { all.count }

    /// Opens one before block number `place`; returns its number.
    mutating func open(isArticle: Bool, within parent: Int?, at place: Int) -> Int {
        all.append(Container(isArticle: isArticle, parent: parent, blocks: place..<place))
        return all.count - 1
    }

    /// Closes one behind the blocks so far.
    mutating func close(_ number: Int, at place: Int) {
        let start = min(all[number].blocks.lowerBound, place)
        all[number].blocks = start..<place
    }

    /// Makes one block, at `place`, of all blocks that the containers from `first` on hold.
    mutating func join(from first: Int, at place: Int) {
        for number in first..<all.count { all[number].blocks = place..<(place + 1) }
    }
}
