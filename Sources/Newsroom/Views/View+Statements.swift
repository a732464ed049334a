// The statements of operations that are being written or judged, in the view of their past.

extension View {
    /// The statement of an operation by a device at a claimed time; nil where it carries no seal.
    public func statement(
        of operation: Operation,
        by device: DeviceKey,
        claimed: Moment
    ) -> Statement? {
        guard let id else { return nil }
        let signing = Signing(
            newsroom: id,
            member: owner(of: device)?.id,
            claimed: claimed,
            device: device
        )
        return statement(of: operation, signing)
    }

    func statement(of operation: Operation, _ signing: Signing) -> Statement? {
        switch operation {
        case .addDevice(let act): .device(act, signing)
        case .grant(let act): .grant(act, signing)
        case .appointPress(let act): .press(act, signing)
        case .clear(let act): .clearance(act, signing)
        case .askRelease(let act):
            .release(act, terms(of: act, isEmergency: false), signing)
        case .askEmergency(let act):
            .release(act.asRelease, terms(of: act.asRelease, isEmergency: true), signing)
        case .readRelease(let act):
            .reading(act, of: digest(ofRelease: act.release, in: act.story), signing)
        case .askPublic(let act): .action(act, signing)
        case .dropCorrection(let act):
            .drop(act, of: stories[act.story]?.receiptTexts[act.receipt], signing)
        case .secondRequest(let act):
            .second(act, of: digest(ofRequest: act.request, in: act.story), signing)
        default: nil
        }
    }

    /// What a release relies on, as its statement tells it.
    func terms(of act: ReleaseRequest, isEmergency: Bool) -> ReleaseTerms {
        let relied = clearances(of: act)
        return ReleaseTerms(
            kind: drafts[act.draft]?.kind ?? .original,
            gates: gateCounts(of: act, isEmergency: isEmergency),
            clearances: relied.map { digest($0.statement.bytes) },
            isEmergency: isEmergency
        )
    }

    /// The clearances that a release relies on, in the order of gates, then of their names.
    public func clearances(of act: ReleaseRequest) -> [Clearance] {
        act.clearances.sorted()
            .compactMap { drafts[act.draft]?.clearances[$0] }
            .sorted { $0.act.gate.rawValue < $1.act.gate.rawValue }
    }

    /// How many clearances a release relies on at each gate: `desk=1 subs=- …`; `0` where an
    /// emergency passed the gate by.
    func gateCounts(of act: ReleaseRequest, isEmergency: Bool) -> String {
        let relied = clearances(of: act)
        let needed = drafts[act.draft].map { requirements(of: $0) } ?? []
        return Gate.allCases.map { gate in
            let count = relied.count { $0.act.gate == gate }
            let isPassedBy = isEmergency && needed.contains { $0.gate == gate }
            return "\(gate)=\(count > 0 ? String(count) : isPassedBy ? "0" : "-")"
        }.joined(separator: " ")
    }

    private func digest(ofRelease release: OperationID, in story: StoryID) -> Bytes32 {
        let found = stories[story]?.drafts.lazy.compactMap { self.drafts[$0] }
            .first { $0.releases[release] != nil }
        return found?.releases[release].map { digest($0.statement.bytes) } ?? .zero
    }

    private func digest(ofRequest request: OperationID, in story: StoryID) -> Bytes32 {
        let statement =
            stories[story]?.requests[request]?.statement
            ?? stories[story]?.drops[request]?.statement
        return statement.map { digest($0.bytes) } ?? .zero
    }
}

extension EmergencyRequest {
    /// The release that it asks for, at once.
    var asRelease: ReleaseRequest {
        ReleaseRequest(
            story: story,
            draft: draft,
            revision: revision,
            hash: hash,
            slug: slug,
            replaces: replaces,
            clearances: clearances,
            when: .now,
            superseded: superseded,
            seal: seal
        )
    }
}
