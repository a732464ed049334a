import Ledger
import Newsroom
import Testing

extension Machine {
    /// Writes one operation as it is, and says what became of it; a trial before must say the same.
    func verdict(
        on operation: Operation,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> OperationStatus? {
        let expected = newsroom.trial([operation], by: author).first
        let entry = write([operation])
        let status = newsroom.status(of: OperationID(entry, 0))
        #expect(status == expected, "\(operation.type)", sourceLocation: sourceLocation)
        return status
    }
}

extension Budget {
    /// Every one of these operations, written by a person, comes to the same.
    func expect(
        _ status: OperationStatus,
        by name: String,
        _ operations: [Operation],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for (number, operation) in operations.enumerated() {
            let found = world[name].verdict(on: operation, sourceLocation: sourceLocation)
            #expect(
                found == status,
                "number \(number), of type \(operation.type)",
                sourceLocation: sourceLocation
            )
        }
    }

    /// The revision that the desk cleared.
    func revision() throws -> Revision {
        try #require(view.newestRevision(of: main()))
    }

    /// A name that nothing has.
    var nothing: OperationID { OperationID(EntryID(digest([0])), 0) }

    /// The hash of content that nobody wrote.
    var otherHash: ContentHash { ContentHash(digest([1])) }

    /// The operations that a person would write.
    func operations(_ intent: Intent, by name: String) throws -> [Operation] {
        try world[name].newsroom.operations(for: intent, by: world[name].author)
    }

    /// A hold by Bo that everybody knows of.
    func held(isLegal: Bool = false) throws -> OperationID {
        let hold = try world[isLegal ? "leo" : "bo"].commit(
            .restrict(story, .hold, isLegal: isLegal, reason: "wait")
        )
        world.meet()
        return OperationID(hold, 0)
    }
}
