package import Newsroom

/// Powers used on a log with two histories, which do not count until they are used again.
package struct HeldActs: Sendable, Hashable {
    /// Which, in the order of the newsroom.
    package let ids: [OperationID]
    private let powers: [Power]

    /// Keeps what still has to be done again.
    init(of newsroom: Newsroom, on log: LogID) {
        let held = newsroom.notInForce.filter {
            $0.status == .held && newsroom.entry($0.id.entry)?.log == log
        }
        let wanted = Set(held.map { Power($0) })
        let again = Dictionary(
            grouping: held.isEmpty
                ? []
                : newsroom.operations.filter {
                    $0.status == .inForce && wanted.contains(Power($0))
                },
            by: { Power($0) }
        )
        let left = held.filter { act in
            !(again[Power(act)] ?? []).contains {
                newsroom.isSeen(act.id.entry, by: $0.id.entry)
            }
        }
        (ids, powers) = (left.map(\.id), left.map { Power($0) })
    }

    /// "2 clearances and 1 release must be given again."; nil where nothing is left to do.
    package var sentence: String? {
        let sorts = powers.map(\.sort)
        let told = ["clearance", "release", "right", "device", "adoption", "receipt", "other act"]
            .map { sort in (sort, sorts.count { $0 == sort }) }
            .filter { $0.1 > 0 }
            .map { $0.1 == 1 ? "1 \($0.0)" : "\($0.1) \($0.0)s" }
        guard let last = told.last else { return nil }
        let earlier = told.dropLast().joined(separator: ", ")
        return (earlier.isEmpty ? last : "\(earlier) and \(last)") + " must be given again."
    }
}

/// What one act permits, so that it is known again when it is given again.
private enum Power: Hashable {
    case clearance(DraftID, Gate)
    case release(DraftID)
    case right(MemberID)
    case device(DeviceKey)
    case adoption(LogID)
    case receipt(OperationID)
    case other(UInt16, StoryID?)

    /// What an act permits.
    init(_ act: FoldedOperation) {
        switch act.operation {
        case .clear(let clearance): self = .clearance(clearance.draft, clearance.gate)
        case .askRelease(let request): self = .release(request.draft)
        case .askEmergency(let request): self = .release(request.draft)
        case .grant(let grant): self = .right(grant.member)
        case .addDevice(let addition): self = .device(addition.key)
        case .adopt(let adoption): self = .adoption(adoption.log)
        case .issueReceipt(let receipt): self = .receipt(receipt.request)
        case .changeStatus(let receipt): self = .receipt(receipt.request)
        default: self = .other(act.operation.type, act.operation.story)
        }
    }

    /// What editors call it.
    var sort: String {
        switch self {
        case .clearance: "clearance"
        case .release: "release"
        case .right: "right"
        case .device: "device"
        case .adoption: "adoption"
        case .receipt: "receipt"
        case .other: "other act"
        }
    }
}
