import Newsroom
import Testing

/// What the press may not answer.
struct `A receipt is refused` {
    private let budget: Budget
    private let request: OperationID

    init() throws {
        budget = try Budget()
        request = OperationID(try budget["cy"].commit(.release(budget.draft, when: .now)), 0)
        budget.world.meet()
    }

    /// The receipt that the press would write.
    private func receipt() throws -> ReceiptIssue {
        let press = budget["press"].newsroom.view
        let next = try #require(press.nextRequest(at: budget.world.now))
        guard case .issueReceipt(let issue) = press.answer(to: next, at: budget.world.now) else {
            throw TestFailure()
        }
        return issue
    }

    private func changed(_ change: (inout ReceiptIssue) -> Void) throws -> Operation {
        var issue = try receipt()
        change(&issue)
        return .issueReceipt(issue)
    }

    @Test func `press: this device is not the press`() throws {
        let (story, now) = (budget.story, budget.world.now)
        budget.expect(
            .refused(.press),
            by: "cy",
            [
                .issueReceipt(try receipt()),
                .refuseReceipt(
                    ReceiptRefusal(story: story, request: request, reasons: [], time: now)
                ),
                .joinReceipt(
                    ReceiptJoining(story: story, request: request, receipt: request, time: now)
                ),
                .recordReceipt(
                    ReceiptRecord(
                        story: story,
                        receipt: request,
                        text: [],
                        seal: Machine.blank,
                        checkpointSeal: Machine.blank,
                        body: []
                    )
                ), .recordKeys(KeysRecord(lines: "", seal: Machine.blank)),
            ]
        )
    }

    @Test func `chain: a number, a receipt before it or a version that does not follow`() throws {
        budget.expect(
            .refused(.chain),
            by: "press",
            [
                try changed { $0.number = 1 }, try changed { $0.previous = request },
                try changed { $0.version = 2 },
            ]
        )
    }

    @Test func `hash: it publishes something else than was asked`() throws {
        let slug = try #require(Slug("cuts"))
        budget.expect(
            .refused(.hash),
            by: "press",
            [
                try changed { $0.hash = budget.otherHash },
                try changed { $0.slug = slug },
            ]
        )
    }

    @Test func `missing: a request that nobody made, or that is not of this kind`() throws {
        let status = ReceiptStatus(
            story: budget.story,
            number: 0,
            request: request,
            change: .withheld,
            replaces: try budget.revision().hash,
            note: "wait",
            time: budget.world.now
        )
        var drop = status
        drop.change = .dropped
        budget.expect(
            .refused(.missing),
            by: "press",
            [
                try changed { $0.request = budget.nothing }, .changeStatus(status),
                .changeStatus(drop),
            ]
        )
    }

    @Test func `missing: what nobody asked, and what was answered, is not answered`() throws {
        func refusal(of request: OperationID) -> Operation {
            .refuseReceipt(
                ReceiptRefusal(
                    story: budget.story,
                    request: request,
                    reasons: [],
                    time: budget.world.now
                )
            )
        }
        budget.expect(.refused(.missing), by: "press", [refusal(of: budget.nothing)])
        budget["press"].answerAll()
        budget.expect(.refused(.missing), by: "press", [refusal(of: request)])
    }

    @Test func `missing: a request to withhold is not published`() throws {
        budget["press"].answerAll()
        budget.world.meet()
        let ask = OperationID(
            try budget["cy"].commit(.change(.withhold, budget.story, note: "wait")),
            0
        )
        budget.world.meet()
        let last = try #require(budget.view.publicEvents.last)
        let issue = try #require(last.issue)
        var wrong = issue
        (wrong.number, wrong.previous, wrong.request) = (1, last.operation, ask)
        budget.expect(.refused(.missing), by: "press", [.issueReceipt(wrong)])
    }

    @Test func `chain: a change of what is public follows too`() throws {
        budget["press"].answerAll()
        budget.world.meet()
        try budget["cy"].commit(.change(.withhold, budget.story, note: "wait"))
        budget["press"].sync()
        let press = budget["press"].newsroom.view
        let next = try #require(press.nextRequest(at: budget.world.now))
        guard case .changeStatus(var change) = press.answer(to: next, at: budget.world.now) else {
            throw TestFailure()
        }
        change.number = 2
        budget.expect(.refused(.chain), by: "press", [.changeStatus(change)])
    }
}
