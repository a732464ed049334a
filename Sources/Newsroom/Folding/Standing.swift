/// What becomes of an accepted operation over a whole set of entries.
struct Standing: Hashable, Sendable {
    let author: MemberID
    let status: OperationStatus
    let adopter: MemberID?

    init(author: MemberID, status: OperationStatus, adopter: MemberID? = nil) {
        self.author = author
        self.status = status
        self.adopter = adopter
    }

    init(_ act: Act) {
        self.init(author: act.author, status: act.status, adopter: act.adopter)
    }
}

extension Act {
    mutating func stand(by standing: Standing) {
        (author, status, adopter) = (standing.author, standing.status, standing.adopter)
    }
}

extension Judge {
    /// What becomes of an accepted operation, as this judge's set says.
    func standing(of act: Act, in view: View) -> Standing {
        let history = view.history
        let author = author(of: act.point, in: history)
        let name = author ?? MemberID(.zero)
        // An order to erase is judged once, over its own past: what is gone cannot come back.
        if act.findings.isJudged { return Standing(act) }
        if let status = status(of: act.point, in: history) {
            return Standing(author: name, status: status)
        }
        let lack = lack(of: act, author, in: history)
        if let lack {
            let adopter =
                act.operation.operationClass == .text
                ? view.adopter(of: act.point) : nil
            return Standing(
                author: name,
                status: adopter == nil ? .setAside(lack) : .adopted,
                adopter: adopter
            )
        }
        let isHeld = act.canBeHeld && self.isHeld(act.point, in: history)
        return Standing(author: name, status: isHeld ? .held : .inForce)
    }

    /// What the author of content lacks; nil where he may.
    private func lack(
        of act: Act,
        _ author: MemberID?,
        in history: CausalHistory
    ) -> RefusalCode? {
        let node = history.node(at: act.point.place)
        if roots.contains(node.device) {
            if case .orderErasure = act.operation { return nil }
            return act.operation.type <= 63 ? nil : .right
        }
        guard let author else { return .device }
        if let lack = lackOfDevice(at: act.point, in: history) { return lack }
        if act.needed.isEmpty { return nil }
        let isHeld = Capabilities.each.contains { capability in
            act.needed.contains(capability)
                && holds(author, capability, at: act.point, in: history)
        }
        return isHeld ? nil : .right
    }
}

extension View {
    /// Who adopted what stands at a point; of several the one of the lowest operation.
    func adopter(of point: Point) -> MemberID? {
        let seq = history.node(at: point.place).seq
        let adoptions = office.adoptions.filter { _, adoption in
            guard seq >= adoption.act.first, let last = history.place(of: adoption.act.last)
            else { return false }
            return history.isAtOrBelow(point.place, last)
        }
        return adoptions.min { left, right in
            OperationID(history.id(at: left.key.place), left.key.index)
                < OperationID(history.id(at: right.key.place), right.key.index)
        }?.value.member
    }
}
