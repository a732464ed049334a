/// The elements that are open at a place of a page: what stands around the next block.
///
/// No tree is built, and what HTML closes by itself is closed here: a paragraph by the next block, an
/// item by the next item. What is nested deeper than any text needs counts to what stands around it.
struct OpenElements {
    struct Element {
        let name: String
        let role: BlockName?
        /// The container that it is, by number.
        let container: Int?
    }

    private(set) var elements: [Element] = []
    /// How often each name is open, so that an end tag without its element costs nothing.
    private var counts: [String: Int] = [:]

    /// Whether an element with one of these names is open.
    func contains(_ name: String) -> Bool { counts[name, default: 0] > 0 }

    /// Whether one more may be opened.
    var hasRoom: Bool { elements.count < ImportLimits.depth }

    /// Opens an element.
    mutating func push(_ element: Element) {
        elements.append(element)
        counts[element.name, default: 0] += 1
    }

    /// Closes the innermost element of this name, and those within it; returns them, innermost first.
    mutating func close(_ name: String) -> [Element] {
        guard contains(name) else { return [] }
        var closed: [Element] = []
        while let element = pop() {
            closed.append(element)
            if element.name == name { break }
        }
        return closed
    }

    /// Closes what a new element of this name ends: `<li>` ends the item before.
    mutating func closeBefore(_ name: String) -> [Element] {
        let last = elements.last?.name
        if last == "p" || Self.headings.contains(last ?? "") && Self.headings.contains(name) {
            return [pop()].compactMap(\.self) + closeBefore(name)
        }
        guard let (ended, within) = Self.ends[name], ended.contains(where: contains) else {
            return []
        }
        let place = elements.lastIndex { ended.contains($0.name) || within.contains($0.name) }
        guard let place, ended.contains(elements[place].name) else { return [] }
        return (place..<elements.count).compactMap { _ in pop() }
    }

    private mutating func pop() -> Element? {
        guard let element = elements.popLast() else { return nil }
        counts[element.name, default: 1] -= 1
        return element
    }

    private static let headings: Set = ["h1", "h2", "h3", "h4", "h5", "h6"]

    /// What ends which others, and within what.
    private static let ends: [String: (ended: Set<String>, within: Set<String>)] = [
        "li": (["li"], ["ul", "ol"]), "dt": (["dt", "dd"], ["dl"]), "dd": (["dt", "dd"], ["dl"]),
        "td": (["td", "th"], ["tr", "table"]), "th": (["td", "th"], ["tr", "table"]),
        "tr": (["tr"], ["table"]),
    ]
}
