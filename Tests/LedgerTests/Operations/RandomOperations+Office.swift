import Newsroom

extension RandomOperations {
    mutating func office() -> [Operation] { people() + removals() + policies() + marks() }

    private mutating func people() -> [Operation] {
        [
            .found(NewsroomFounding(roots: ids(5), name: text(), rules: below(9))),
            .invite(
                MemberInvite(
                    key: id(),
                    bind: (id() as EntryID).bytes,
                    label: text(),
                    capabilities: capabilities(),
                    member: maybe { $0.id() },
                    expires: moment()
                )
            ), .admit(MemberAdmission(invite: maybe { $0.id() }, name: text(), proof: bytes(9))),
            .grant(MemberGrant(member: id(), capabilities: capabilities(), seal: seal())),
            .addDevice(
                DeviceAddition(
                    member: id(),
                    key: id(),
                    label: text(),
                    proof: seal(),
                    seal: seal()
                )
            ),
            .renameMember(MemberRenaming(member: id(), name: text(), superseded: operationIDs())),
            .renameDevice(DeviceRenaming(key: id(), label: text(), superseded: operationIDs())),
        ]
    }

    private mutating func removals() -> [Operation] {
        [
            .revoke(
                MemberRevocation(
                    member: id(),
                    capabilities: capabilities(),
                    cut: ids(4),
                    reason: text()
                )
            ), .revokeDevice(DeviceRevocation(key: id(), cut: ids(4), reason: text())),
            .freeze(MemberFreeze(member: id(), reason: text())),
            .adopt(LogAdoption(log: id(), first: UInt64(below(1 << 40)), last: id())),
            .closeLog(LogClosing(log: id(), heads: ids(4))),
        ]
    }

    private mutating func policies() -> [Operation] {
        let checks = (0..<below(5)).map { _ in
            CheckSetting(check: choice(), strictness: choice(), limit: maybe { $0.below(500) })
        }
        let gates = (0..<below(6)).map { _ in GateNeed(gate: choice(), count: below(300)) }
        let last = (0..<below(4)).map { _ in
            EndedAppointment(
                appointment: operationID(),
                lastReceipt: maybe { $0.operationID() }
            )
        }
        return [
            .setNewsroom(
                NewsroomSetting(field: choice(), value: text(), superseded: operationIDs())
            ), .setGates(GatePolicy(kind: choice(), gates: gates, superseded: operationIDs())),
            .setChecks(CheckPolicy(checks: checks, superseded: operationIDs())),
            .setHub(
                HubSetting(
                    url: text(),
                    pins: ids(4).map { (pin: EntryID) in pin.bytes },
                    superseded: operationIDs()
                )
            ), .appointPress(PressAppointment(device: id(), log: id(), last: last, seal: seal())),
        ]
    }

    private mutating func marks() -> [Operation] {
        [
            .link, .openLog(LogOpening(reason: choice(), earlier: ids(4))),
            .markHub(LogMark(hub: bytes(16), epoch: bytes(16), number: below(1 << 40))),
            .stampTime(LogTime(entry: id(), token: bytes(below(40)))),
            .recordKeys(KeysRecord(lines: text(), seal: seal())),
        ]
    }
}
