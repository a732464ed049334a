import CMarkdown

/// A body as cmark-gfm parsed it: CommonMark with tables, strikethrough and footnotes.
@safe struct MarkdownTree: ~Copyable {
    private let document: OpaquePointer

    /// Parses UTF-8; nil only where memory ends.
    init?(parsing body: [UInt8]) {
        _ = Self.extensions
        guard
            let parser = unsafe cmark_parser_new(CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES)
        else { return nil }
        defer { unsafe cmark_parser_free(parser) }
        for name in ["table", "strikethrough"] {
            unsafe cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        unsafe body.withUnsafeBytes { bytes in
            let start = unsafe bytes.bindMemory(to: CChar.self).baseAddress
            unsafe cmark_parser_feed(parser, start, bytes.count)
        }
        guard let document = unsafe cmark_parser_finish(parser) else { return nil }
        unsafe self.document = document
    }

    deinit { unsafe cmark_node_free(document) }

    /// Reads the tree from its root; no node may leave `read`.
    func reading<Value>(
        _ read: (MarkdownNode) throws(PressRefusal) -> Value
    ) throws(PressRefusal) -> Value {
        try read(unsafe MarkdownNode(document))
    }

    /// The version of cmark-gfm: `0.29.0.gfm.6`.
    static let parserVersion = unsafe String(cString: cmark_version_string())

    /// Registering is not safe from two threads, so it happens once.
    private static let extensions: Void = cmark_gfm_core_extensions_ensure_registered()
}

/// A node of a tree that is alive.
@safe struct MarkdownNode {
    private let node: OpaquePointer

    fileprivate init(_ node: OpaquePointer) { unsafe self.node = node }

    /// What the node is; nil for what this press does not know.
    var kind: MarkdownKind? {
        // cmark has no names for these two.
        let type = unsafe cmark_node_get_type(node)
        if type == CMARK_NODE_FOOTNOTE_REFERENCE { return .footnoteMark }
        if type == CMARK_NODE_FOOTNOTE_DEFINITION { return .footnote }
        return unsafe MarkdownKind(rawValue: String(cString: cmark_node_get_type_string(node)))
    }

    /// The nodes directly inside, in order.
    var children: [MarkdownNode] {
        var found: [MarkdownNode] = []
        var next = unsafe cmark_node_first_child(node)
        while let child = unsafe next {
            found.append(unsafe MarkdownNode(child))
            unsafe next = cmark_node_next(child)
        }
        return found
    }

    /// The line where it begins, from 1; for what stands inside a paragraph that line's.
    var line: Int { unsafe Int(cmark_node_get_start_line(node)) }

    /// The text of a text, code or footnote reference.
    var literal: String { unsafe Self.string(cmark_node_get_literal(node)) }

    /// The address of a link or picture.
    var url: String { unsafe Self.string(cmark_node_get_url(node)) }

    /// The title of a link or picture.
    var title: String { unsafe Self.string(cmark_node_get_title(node)) }

    /// 1 to 6.
    var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(node)) }

    /// Whether a list counts, and from where.
    var listStart: Int? {
        guard unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else { return nil }
        return unsafe Int(cmark_node_get_list_start(node))
    }

    /// Whether a list's items stand without blank lines between.
    var isTight: Bool { unsafe cmark_node_get_list_tight(node) != 0 }

    private static func string(_ text: UnsafePointer<CChar>?) -> String {
        guard let text = unsafe text else { return "" }
        return unsafe String(cString: text)
    }
}

/// The nodes that a body may have, by cmark's names.
enum MarkdownKind: String {
    case document, list, item, paragraph, heading, text, code, link, image, table
    case quote = "block_quote"
    case codeBlock = "code_block"
    case rule = "thematic_break"
    case rawBlock = "html_block"
    case rawInline = "html_inline"
    case softBreak = "softbreak"
    case hardBreak = "linebreak"
    case emphasis = "emph"
    case strong
    case strikethrough
    case tableHeader = "table_header"
    case tableRow = "table_row"
    case tableCell = "table_cell"
    case footnoteMark = "footnote_reference"
    case footnote = "footnote_definition"
}
