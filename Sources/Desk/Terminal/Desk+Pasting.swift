extension Desk {
    /// Takes several lines that were pasted: as text for the open story, never as commands.
    ///
    /// They wait for a line with a single full stop, like text that is typed; Ctrl-C drops them.
    package func take(pasted text: String) async -> Reply {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // Nobody pastes an article to answer a question.
        if isAskingLine { return await reply(to: lines.joined(separator: " ")) }
        if composition != nil {
            composition?.lines += lines
            return page.reply(waiting(lines.count), to: "paste")
        }
        guard let manuscript = open else {
            return page.reply(Complaint(DeskError.nothingOpen(verb: "paste into")), to: "paste")
        }
        composition = Composition(kind: .text, lines: lines) { desk, text in
            try await desk.append(text, to: manuscript)
        }
        return page.reply(waiting(lines.count), to: "paste")
    }

    private func waiting(_ count: Int) -> Answer {
        let hint =
            "pasted \(counted(count, "line")); a single full stop adds them, Ctrl-C drops them"
        return Answer(StyledText(hint, .quiet))
    }
}
