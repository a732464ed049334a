// Reading a saved page: its tokens become blocks in document order. No tree is built: a stack of
// open elements says where a block stands, so the work is linear in the bytes.

/// A saved page as blocks, and what it says of itself.
struct ForeignPage {
    /// The blocks in document order; those of the story are marked.
    private(set) var blocks: [ForeignBlock] = []
    /// What the page says of itself.
    private(set) var hints = PageHints()
    private var open = OpenElements()
    private var containers = PageContainers()
    private var tables: [OpenTable] = []
    private var line = InlineText()
    private var scriptType = ""
    /// The inline element that says what its words are.
    private var roleName: String?
    private var furniture = 0
    private var textBytes = 0

    /// Reads a page.
    ///
    /// - Throws: `ImportError.manyBlocks`, `.longText`.
    init(_ text: String) throws(ImportError) {
        for token in HTMLTokens(text) {
            take(token)
            guard blocks.count <= ImportLimits.blocks else { break }
            guard textBytes <= ImportLimits.textBytes else { throw .longText }
        }
        flush()
        guard blocks.count <= ImportLimits.blocks else { throw .manyBlocks }
        while let name = open.elements.last?.name { close(name) }
        let region = StoryRegion(blocks, containers.all, hints)
        for place in blocks.indices { blocks[place].isInside = region.range.contains(place) }
    }

    private mutating func take(_ token: HTMLToken) {
        switch token {
        case .open(let name, let attributes): opened(name, attributes)
        case .close(let name): closed(name)
        case .text(let text):
            line.add(text)
            textBytes += text.utf8.count
        case .source(let name, let source): took(source, of: name)
        case .comment: break
        }
    }

    private mutating func took(_ source: String, of name: String) {
        switch name {
        case "script":
            if scriptType.contains("ld+json") { hints.read(linkedData: source) }
        case "style": break
        case "title" where hints.title.isEmpty && furniture == 0:
            hints.title = CharacterReferences.resolved(Array(source.utf8)[...]).inOneLine
        default:
            flush()
            let text = CharacterReferences.resolved(Array(source.utf8)[...])
            append(ForeignBlock(.furniture, InlineText(text)))
        }
    }

    private mutating func opened(_ name: String, _ attributes: [String: String]) {
        hints.read(name, attributes)
        switch name {
        case "script": scriptType = attributes["type"]?.lowercased() ?? ""
        case "br": line.endLine()
        case "img": picture(attributes)
        case "hr": flush()
        case "b", "strong": line.style.isBold = true
        case "i", "em": line.style.isItalic = true
        case _ where PageElements.isBlock(name):
            openedBlock(name, attributes)
        default: openedInline(name, attributes)
        }
    }

    private mutating func openedInline(_ name: String, _ attributes: [String: String]) {
        if name == "a" {
            line.style.href = hints.address(attributes["href"])
            line.style.isInLink = true
        }
        guard let role = PageHints.role(of: name, attributes) else { return }
        (line.style.role, roleName) = (role, name)
    }

    private mutating func openedBlock(_ name: String, _ attributes: [String: String]) {
        flush()
        end(open.closeBefore(name))
        guard open.hasRoom else { return }
        let around = open.elements.last { $0.container != nil }?.container
        let container =
            PageElements.containers.contains(name)
            ? containers.open(isArticle: name == "article", within: around, at: blocks.count) : nil
        let role = PageHints.role(of: name, attributes)
        open.push(OpenElements.Element(name: name, role: role, container: container))
        if PageElements.furniture.contains(name) { furniture += 1 }
        switch name {
        case "table":
            tables.append(OpenTable(at: blocks.count, firstContainer: containers.count))
        case "tr" where !tables.isEmpty: tables[tables.count - 1].openRow()
        case "td" where !tables.isEmpty, "th" where !tables.isEmpty:
            tables[tables.count - 1].openCell(at: blocks.count)
        default: break
        }
    }

    private mutating func closed(_ name: String) {
        if name == roleName { (line.style.role, roleName) = (nil, nil) }
        switch name {
        case "a": (line.style.href, line.style.isInLink) = (nil, false)
        case "b", "strong": line.style.isBold = false
        case "i", "em": line.style.isItalic = false
        case _ where PageElements.isBlock(name):
            flush()
            close(name)
        default: break
        }
    }

    private mutating func close(_ name: String) { end(open.close(name)) }

    private mutating func end(_ elements: [OpenElements.Element]) {
        for element in elements {
            if let container = element.container { containers.close(container, at: blocks.count) }
            if PageElements.furniture.contains(element.name) { furniture -= 1 }
            if element.name == "table" { finishTable() }
        }
    }

    private mutating func finishTable() {
        guard let table = tables.popLast(), let block = table.block(of: blocks[table.start...])
        else { return }
        blocks.replaceSubrange(table.start..., with: [block])
        containers.join(from: table.firstContainer, at: table.start)
    }

    // MARK: - Blocks

    private mutating func picture(_ attributes: [String: String]) {
        let words = attributes["alt"]?.inOneLine ?? ""
        let source = attributes["src"] ?? attributes["data-src"] ?? ""
        let address = source.hasPrefix("data:") ? nil : hints.address(source)
        guard !words.isEmpty || address != nil else { return }
        flush()
        let isDot = attributes["width"] == "1" || attributes["height"] == "1"
        guard !isDot, furniture == 0 else {
            return append(ForeignBlock(.furniture, InlineText(words)))
        }
        var line = InlineText("Picture: ")
        line.style.href = address
        line.add(words.isEmpty ? address ?? "" : words)
        append(ForeignBlock(.picture, line))
    }

    /// Ends the block that was being read.
    private mutating func flush() {
        for part in line.taken().parts {
            var block = ForeignBlock(kind, part)
            block.role = block.role ?? open.elements.last { $0.role != nil }?.role
            append(block)
        }
    }

    private mutating func append(_ block: ForeignBlock) {
        if !block.text.isEmpty { blocks.append(block) }
    }

    private var kind: ForeignBlock.Kind {
        guard furniture == 0 else { return .furniture }
        for element in open.elements.reversed() {
            switch element.name {
            case "h1", "h2", "h3", "h4", "h5", "h6":
                return .heading(element.name.last.flatMap { Int(String($0)) } ?? 2)
            case "li":
                let list = open.elements.last { $0.name == "ol" || $0.name == "ul" }
                return .item(isOrdered: list?.name == "ol")
            case "blockquote": return .quote
            default: continue
            }
        }
        return .paragraph
    }
}
