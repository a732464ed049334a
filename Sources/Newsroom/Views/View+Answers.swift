extension View {
    /// The receipt that answers a request at a time by the press's clock.
    ///
    /// `refusing` are the reasons that the Press found itself.
    public func answer(
        to request: PressRequest,
        at time: Moment,
        refusing own: [RefusalReason] = []
    ) -> Operation {
        if let receipt = request.joins {
            return .joinReceipt(
                ReceiptJoining(
                    story: request.story,
                    request: request.operation,
                    receipt: receipt,
                    time: time
                )
            )
        }
        let reasons = Array((request.reasons + own).prefix(32))
        guard reasons.isEmpty else {
            return .refuseReceipt(
                ReceiptRefusal(
                    story: request.story,
                    request: request.operation,
                    reasons: reasons,
                    time: time
                )
            )
        }
        switch request.act {
        case .release(let release): return issue(release, at: time)
        case .action(let ask):
            return change(ask.act.action.change, request, note: ask.act.note, at: time)
        case .drop: return change(.dropped, request, note: "", at: time)
        }
    }

    private var nextNumber: Int { steps.last.map { $0.number + 1 } ?? 0 }

    private func issue(_ release: Release, at time: Moment) -> Operation {
        let live = stories[release.act.story]?.live?.issue
        return .issueReceipt(
            ReceiptIssue(
                story: release.act.story,
                number: nextNumber,
                previous: steps.last?.operation,
                request: release.rank.operation,
                draft: release.act.draft,
                revision: release.act.revision,
                hash: release.act.hash,
                replaces: live?.hash,
                slug: release.act.slug,
                version: (live?.version ?? 0) + 1,
                time: time
            )
        )
    }

    private func change(
        _ change: PublicChange,
        _ request: PressRequest,
        note: String,
        at time: Moment
    ) -> Operation {
        .changeStatus(
            ReceiptStatus(
                story: request.story,
                number: nextNumber,
                previous: steps.last?.operation,
                request: request.operation,
                change: change,
                replaces: stories[request.story]?.live?.issue.hash ?? ContentHash(.zero),
                note: note,
                time: time
            )
        )
    }
}
