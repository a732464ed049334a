import Newsroom
import SyncProtocol

/// What others did, as a person hears of it when it arrives.
struct Notices {
    /// A line for each thing that is news, in order.
    let lines: [StyledText]

    /// The same for programs.
    var facts: [JSONText] {
        lines.map { line in
            .string(String(line.spans.map(\.text).joined().trimmingPrefix("  ")))
        }
    }

    /// Puts operations that arrived into words; those of `me` are none.
    init(_ arrived: some Sequence<FoldedOperation>, in newsroom: Newsroom, for me: MemberID?) {
        let view = newsroom.view
        lines = arrived.compactMap { done in
            guard done.author != me, done.operation.isNews, let story = done.operation.story else {
                return nil
            }
            let line =
                StyledText("  \(view.stories[story]?.name ?? story.short): ", .strong)
                + StyledText("\(view.name(of: done.author)) \(done.operation.deed(in: view))")
            return done.status == .inForce
                ? line : line + StyledText("  (\(done.status.word))", .alarm)
        }
    }
}

extension Operation {
    /// Whether others hear of it as soon as it arrives; text that grows would be noise.
    fileprivate var isNews: Bool {
        switch self {
        case .setDraft, .setStory, .saveDraft, .writeText, .recordReceipt: false
        default: true
        }
    }
}
