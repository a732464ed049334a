import Newsroom

extension RandomOperations {
    mutating func releases() -> [Operation] { requests() + receipts() + erasures() }

    private mutating func requests() -> [Operation] {
        let request = ReleaseRequest(
            story: id(),
            draft: id(),
            revision: id(),
            hash: id(),
            slug: slug(),
            replaces: maybe { $0.id() },
            clearances: operationIDs(),
            when: below(2) == 0 ? .now : .at(moment()),
            superseded: operationIDs(),
            seal: seal()
        )
        let emergency = EmergencyRequest(
            story: id(),
            draft: id(),
            revision: id(),
            hash: id(),
            slug: slug(),
            replaces: maybe { $0.id() },
            clearances: operationIDs(),
            superseded: operationIDs(),
            seal: seal(),
            reason: text()
        )
        let reading = ReleaseReading(
            story: id(),
            release: operationID(),
            hash: id(),
            verdict: choice(),
            note: maybe { $0.text() },
            seal: seal()
        )
        return [
            .askRelease(request), .askEmergency(emergency), .readRelease(reading),
            .cancelRelease(ReleaseCancellation(story: id(), draft: id(), reason: text())),
            .askPublic(
                PublicRequest(
                    story: id(),
                    action: choice(),
                    replaces: id(),
                    note: text(),
                    seal: seal()
                )
            ),
            .dropCorrection(
                CorrectionDrop(
                    story: id(),
                    receipt: operationID(),
                    reason: text(),
                    seal: seal()
                )
            ), .secondRequest(PublicSecond(story: id(), request: operationID(), seal: seal())),
        ]
    }

    private mutating func receipts() -> [Operation] {
        let reasons = (0..<below(5)).map { _ in
            RefusalReason(code: choice(), about: maybe { $0.operationID() })
        }
        let issue = ReceiptIssue(
            story: id(),
            number: below(1 << 40),
            previous: maybe { $0.operationID() },
            request: operationID(),
            draft: id(),
            revision: id(),
            hash: id(),
            replaces: maybe { $0.id() },
            slug: slug(),
            version: below(99),
            time: moment()
        )
        let status = ReceiptStatus(
            story: id(),
            number: below(1 << 40),
            previous: maybe { $0.operationID() },
            request: operationID(),
            change: choice(),
            replaces: id(),
            note: text(),
            time: moment()
        )
        return [
            .issueReceipt(issue), .changeStatus(status),
            .refuseReceipt(
                ReceiptRefusal(
                    story: id(),
                    request: operationID(),
                    reasons: reasons,
                    time: moment()
                )
            ),
            .joinReceipt(
                ReceiptJoining(
                    story: id(),
                    request: operationID(),
                    receipt: operationID(),
                    time: moment()
                )
            ),
            .recordReceipt(
                ReceiptRecord(
                    story: id(),
                    receipt: operationID(),
                    text: bytes(below(40)),
                    seal: seal(),
                    checkpointSeal: seal(),
                    body: bytes(below(40))
                )
            ),
        ]
    }

    private mutating func erasures() -> [Operation] {
        let skeletons = (0..<below(4)).map { _ in
            ErasedEntry(
                entry: id(),
                payload: (id() as EntryID).bytes,
                skeleton: bytes(below(40))
            )
        }
        return [
            .askErasure(ErasureRequest(story: id(), entries: ids(4), reason: text())),
            .orderErasure(
                ErasureOrder(story: id(), request: operationID(), skeletons: skeletons)
            ),
        ]
    }
}
