import Ledger
import Newsroom
import Store
import SyncProtocol

// What does not count, or not yet, with the reason and what resolves it (ledger.md 4.2).

extension Desk {
    /// Everything that was done and does not count, what waits for its past, and what was refused.
    func aside() async throws -> Answer {
        let newsroom = await replica.newsroom
        let acts = newsroom.notInForce.filter { $0.status != .adopted }
        let lines = acts.flatMap { Self.lines(on: $0, in: newsroom.view) }
        let waiting = try await replica.pendingEntries().map { Self.line(on: $0, in: newsroom) }
        let refused = Self.lines(on: try await replica.refusedEntries())
        let missing = await replica.missingContent().map { id in
            StyledText("the words of an entry were left out; `sync` asks again ", .alarm)
                + StyledText(id.short, .quiet)
        }
        let all = lines + waiting + missing + refused
        return Answer(
            all.isEmpty ? ["everything counts"] : all,
            facts: [
                "count": .number(acts.count), "pending": .number(waiting.count),
                "missing": .number(missing.count),
                "acts": .array(acts.map { Self.facts(on: $0, in: newsroom.view) }),
                "refused": .number(refused.count),
            ]
        )
    }

    /// Takes on the text of a stretch of somebody's log that does not count, from an entry on.
    func adopt(_ name: String, _ arguments: Arguments) async throws -> Answer {
        let newsroom = await replica.newsroom
        let aside = newsroom.notInForce.filter { done in
            if case .setAside = done.status { true } else { false }
        }
        guard name.count >= 4,
            let first = aside.first(where: { "\($0.id.entry)".hasPrefix(name) }),
            let start = newsroom.entry(first.id.entry)
        else { throw DeskError.noEntry(name) }
        let stretch = aside.compactMap { newsroom.entry($0.id.entry) }
            .filter { $0.log == start.log && $0.seq >= start.seq }
        let author = newsroom.view.name(of: first.author)
        try confirm("\(stretch.count) acts of \(author) will count", on: stretch.count, arguments)
        guard let last = stretch.max(by: { $0.seq < $1.seq }) else { throw DeskError.noEntry(name) }
        try await replica.commit(.adopt(start.log, from: start.seq, to: last.id))
        let after = await replica.newsroom
        let adopted = aside.count { after.status(of: $0.id) == .adopted }
        return Answer(
            "\(counted(adopted, "act")) of \(author) adopted",
            facts: ["adopted": .number(adopted)]
        ).undone(instead: "the text is the story's now; edit it like any other")
    }

    private static func lines(on done: FoldedOperation, in view: View) -> [StyledText] {
        let (reason, way) = done.status.explanation
        return [
            StyledText("\(view.name(of: done.author)) \(done.operation.deed(in: view)): ")
                + StyledText(reason, .alarm) + StyledText(" \(done.id.entry.short)", .quiet)
        ] + (way.map { [StyledText("       \($0)", .quiet)] } ?? [])
    }

    private static func facts(on done: FoldedOperation, in view: View) -> JSONText {
        .object([
            "who": .string(view.name(of: done.author)),
            "did": .string(done.operation.deed(in: view)), "status": .string(done.status.word),
            "entry": .string("\(done.id.entry)"),
        ])
    }

    private static func line(on entry: Entry, in newsroom: Newsroom) -> StyledText {
        let lacking = entry.causes.count { newsroom.entry($0) == nil }
        let label = newsroom.view.devices[entry.author]?.label ?? "a device"
        return StyledText("an entry of \(label) waits for \(counted(lacking, "entry")): ")
            + StyledText("`sync`, or a bundle, brings them ", .quiet)
            + StyledText(entry.id.short, .quiet)
    }

    private static func lines(on refused: [RefusedEntry]) -> [StyledText] {
        Dictionary(grouping: refused, by: \.code).sorted { $0.key < $1.key }.map { code, kept in
            StyledText("\(counted(kept.count, "entry")) refused (\(code)): ", .alarm)
                + StyledText("kept 30 days to be looked at, and passed on to nobody", .quiet)
        }
    }
}

extension OperationStatus {
    /// Why it does not count, and what resolves that.
    fileprivate var explanation: (reason: String, way: String?) {
        switch self {
        case .inForce, .adopted: ("it counts", nil)
        case .refused(let code): ("refused, for \(ReasonWords(of: code).reason)", nil)
        case .setAside(let code):
            ("set aside: \(Self.lack(code))", "an editor adopts its text with `adopt ENTRY`")
        case .held: ("held: its log has two histories", "do it again, or close the log")
        case .unknown:
            ("made by a newer stet; kept and passed on", "upgrade stet on this machine")
        }
    }

    /// What its author lacked.
    private static func lack(_ code: RefusalCode) -> String {
        switch code {
        case .right: "its author lacked the right"
        case .device: "its device belongs to nobody, or was removed"
        case .log: "its log was closed before"
        default: ReasonWords(of: code).reason
        }
    }
}
