import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// Says what was opened.
    func opened(_ manuscript: Manuscript) async throws -> Answer {
        let copy = try await copy(of: manuscript)
        let words = StyledText(counted(copy.document.words, "word"), .quiet)
        let state: StyledText
        switch manuscript {
        case .inPrivate: state = "private"
        case .shared(let draft):
            let view = await replica.newsroom.view
            state = StyledText(view.drafts[draft].map { view.status(of: $0).rawValue } ?? "")
        }
        return Answer(
            StyledText("\(copy.slug): ", .strong) + state + ", " + words,
            facts: [
                "story": .string(copy.slug), "words": .number(copy.document.words),
                "private": .bool(manuscript.isPrivate),
            ]
        )
    }

    /// Shows a manuscript whole.
    func show(_ copy: Copy, isPlain: Bool) async -> Answer {
        let view = await replica.newsroom.view
        let document = copy.document
        let text = String(decoding: document.bytes, as: UTF8.self)
        if case .shared(let draft) = copy.manuscript { try? await replica.markSeen(draft) }
        let facts: [String: JSONText] = [
            "story": .string(copy.slug), "document": .string(text),
            "hash": .string("\(view.hash(of: document))"), "words": .number(document.words),
        ]
        if isPlain {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            return Answer(lines.map { StyledText(String($0)) }, facts: facts)
        }
        let end = "\(document.words) words, \(view.hash(of: document).short)"
        return Answer(DocumentLines(document).lines + [StyledText(end, .quiet)], facts: facts)
    }

    /// The fields of a manuscript, also the empty ones.
    func fields(of manuscript: Manuscript) async throws -> Answer {
        let copy = try await copy(of: manuscript)
        let view = await replica.newsroom.view
        var registers: [DocumentField: Register<String>] = [:]
        if case .shared(let draft) = manuscript { registers = view.drafts[draft]?.fields ?? [:] }
        var lines: [StyledText] = []
        var facts: [String: JSONText] = [:]
        for field in DocumentField.allCases {
            let value = copy.document.fields[field] ?? ""
            facts["\(field)"] = .string(value)
            lines.append(StyledText("\(field): ", .quiet) + StyledText(value))
            let others = registers[field]?.values.dropFirst() ?? []
            lines += others.map { StyledText("    also: ", .alarm) + StyledText($0) }
        }
        return Answer(lines, facts: ["story": .string(copy.slug), "fields": .object(facts)])
    }

    /// Who wrote which words, a line for each run.
    func blame(_ draft: Draft) async -> Answer {
        let view = await replica.newsroom.view
        let runs = view.attribution(of: draft.id)
        let names = runs.map { view.name(of: $0.author) }
        let width = names.map { Columns.width(of: $0) }.max() ?? 0
        let lines = zip(names, runs).map { name, run in
            let text = run.text.split(separator: "\n").joined(separator: " ⏎ ")
            return Columns.padded(StyledText(name, .quiet), to: width + 2) + StyledText(text)
        }
        let facts = zip(names, runs).map { name, run in
            JSONText.object(["author": .string(name), "text": .string(run.text)])
        }
        return Answer(
            lines,
            facts: ["story": .string(view.fullName(of: draft)), "runs": .array(facts)]
        )
    }
}

extension Manuscript {
    /// Whether only this machine has it.
    var isPrivate: Bool {
        if case .inPrivate = self { true } else { false }
    }
}
