import Newsroom
import Store

extension Desk {
    /// What stands before the cursor: the open story with its words and state, and how many
    /// changes only this device has.
    package func prompt() async -> String {
        guard composition == nil else { return page.ink.rendered(StyledText("… ", .quiet)) }
        let unsent = (try? await replica.unsentCount()) ?? 0
        let mark = unsent == 0 ? "" : " ↑\(unsent)"
        return page.ink.rendered(await place() + StyledText(mark, .quiet) + "> ")
    }

    private func place() async -> StyledText {
        guard let open, let copy = try? await copy(of: open) else {
            return StyledText(await replica.newsroom.view.name)
        }
        let state: String
        switch open {
        case .inPrivate: state = "private"
        case .shared(let draft):
            let view = await replica.newsroom.view
            state = view.drafts[draft].map { view.status(of: $0).rawValue } ?? ""
        }
        return StyledText(copy.slug, .strong)
            + StyledText(" \(copy.document.words)w \(state)", .quiet)
    }

    /// The lines with which a person is greeted.
    package func greeting() async -> String {
        let view = await replica.newsroom.view
        let name = StyledText(view.name, .strong)
        let who = StyledText(", as \(await replica.member?.name ?? "nobody yet")")
        let hint = StyledText("  `help` lists the commands", .quiet)
        return ([name + who + hint] + (await warnings()))
            .map { page.ink.rendered($0) + "\n" }
            .joined()
    }
}
