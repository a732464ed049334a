import Newsroom

extension Verb {
    static let importFile = Verb(
        "import",
        on: .writing,
        taking: "FILE… [as SLUG] [--yes]",
        "makes private drafts of pages, Markdown or text, and reports",
        example: "import bridge.html as bridge"
    ) { desk, arguments in
        var files = [try arguments.word("a file")]
        while let file = arguments.first, file != "as" { files.append(try arguments.word(file)) }
        let name = arguments.skip("as") ? try arguments.word("a slug") : nil
        try arguments.finish()
        if let name, files.count > 1 { throw DeskError.surplus(name, usage: arguments.verb.usage) }
        try desk.confirm("\(files.count) private drafts will be made", on: files.count, arguments)
        return try await desk.importFiles(files, as: name)
    }
}
