// People, rights, and the rules of the newsroom.
extension IntentWriter {
    func officeOperations(for intent: Intent) throws -> [Operation]? {
        switch intent {
        case .admit(let name): return [.admit(MemberAdmission(name: name, proof: []))]
        case .admitInvited(let invite, let name, let proof):
            return [.admit(MemberAdmission(invite: invite, name: name, proof: proof))]
        case .invite(let act): return [.invite(act)]
        case .grant(let member, let capabilities):
            return [
                try sealed { seal in
                    .grant(MemberGrant(member: member, capabilities: capabilities, seal: seal))
                }
            ]
        case .revoke(let member, let capabilities, let reason):
            return [.revoke(revocation(of: member, capabilities, reason))]
        case .remove(let member, let reason): return removal(of: member, reason)
        case .freeze(let member, let reason):
            return [.freeze(MemberFreeze(member: member, reason: reason))]
        case .addDevice(let member, let key, let label, let consent):
            return [try addition(to: member, key, label, consent)]
        case .revokeDevice(let key, let reason): return [.revokeDevice(removal(of: key, reason))]
        case .closeLog(let log, let heads):
            return [.closeLog(LogClosing(log: log, heads: heads.sorted()))]
        case .adopt(let log, let first, let last):
            return [.adopt(LogAdoption(log: log, first: first, last: last))]
        case .renameMember(let member, let name):
            let old = view.members[member]?.names.toSupersede ?? []
            return [
                .renameMember(MemberRenaming(member: member, name: name, superseded: old))
            ]
        case .renameDevice(let key, let label):
            let old = view.devices[key]?.labels.toSupersede ?? []
            return [.renameDevice(DeviceRenaming(key: key, label: label, superseded: old))]
        default: return try policyOperations(for: intent)
        }
    }

    private func policyOperations(for intent: Intent) throws -> [Operation]? {
        switch intent {
        case .setNewsroom(let field, let value):
            let old = view.settings[field]?.toSupersede ?? []
            return [.setNewsroom(NewsroomSetting(field: field, value: value, superseded: old))]
        case .setGates(let kind, let gates):
            let old = view.office.gates[kind]?.toSupersede ?? []
            return [.setGates(GatePolicy(kind: kind, gates: gates, superseded: old))]
        case .setChecks(let checks):
            let old = view.office.checks.toSupersede
            return [.setChecks(CheckPolicy(checks: checks, superseded: old))]
        case .setHub(let url, let pins):
            return [
                .setHub(HubSetting(url: url, pins: pins, superseded: view.hub.toSupersede))
            ]
        case .appointPress(let device, let log): return [try appointment(device, log)]
        default: return nil
        }
    }

    private func revocation(
        of member: MemberID,
        _ capabilities: Capabilities,
        _ reason: String
    ) -> MemberRevocation {
        let keys = view.devices.values.filter { $0.member == member }.map(\.key)
        return MemberRevocation(
            member: member,
            capabilities: capabilities,
            cut: view.history.heads(of: Set(keys)),
            reason: reason
        )
    }

    private func removal(of key: DeviceKey, _ reason: String) -> DeviceRevocation {
        DeviceRevocation(key: key, cut: view.history.heads(of: [key]), reason: reason)
    }

    /// Everything at once; `admin` too where a root key writes.
    private func removal(of member: MemberID, _ reason: String) -> [Operation] {
        let isByRoot = view.isRoot(author.device)
        let all = isByRoot ? Capabilities.everything : Capabilities.everything.subtracting(.admin)
        let keys = view.devices.values.filter { $0.member == member && $0.owner != nil }
            .map(\.key).sorted()
        return [.revoke(revocation(of: member, all, reason))]
            + keys.map { .revokeDevice(removal(of: $0, reason)) }
    }

    private func addition(
        to member: MemberID,
        _ key: DeviceKey,
        _ label: String,
        _ consent: Seal
    ) throws -> Operation {
        try sealed { seal in
            .addDevice(
                DeviceAddition(member: member, key: key, label: label, proof: consent, seal: seal)
            )
        }
    }

    private func appointment(_ device: DeviceKey, _ log: LogID) throws -> Operation {
        let last = view.office.aliveAppointments.map { id in
            EndedAppointment(appointment: id, lastReceipt: view.lastReceipt(under: id))
        }
        return try sealed { seal in
            .appointPress(PressAppointment(device: device, log: log, last: last, seal: seal))
        }
    }
}

extension CausalHistory {
    /// The last entries of all branches of all logs of these devices, ascending.
    func heads(of devices: Set<DeviceKey>) -> [EntryID] {
        let roots = Set(branches.map(\.root))
        return branches.map(\.tip)
            .filter { devices.contains(node(at: Int($0)).device) && !roots.contains($0) }
            .map { node(at: Int($0)).id }
            .sorted()
    }
}

extension View {
    /// The last counted answer of the press that an appointment appointed.
    func lastReceipt(under appointment: OperationID) -> OperationID? {
        guard let log = office.appointments[appointment]?.log else { return nil }
        let answers = storyIDs.compactMap { stories[$0] }
            .flatMap { $0.answers.values.map(\.operation) }
        let places = (steps.all.map(\.operation) + answers).compactMap { operation in
            history.place(of: operation.entry).map { (place: $0, operation: operation) }
        }
        return places.filter { history.log(at: $0.place) == log }
            .max { Point($0.place, $0.operation.index) < Point($1.place, $1.operation.index) }?
            .operation
    }
}
