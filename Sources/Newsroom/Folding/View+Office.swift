// What an operation of the newsroom as a whole does to a view.

extension View {
    /// Takes in an operation in force; `owner` and rights are brought up to date by the fold.
    mutating func applyToOffice(_ act: Act) {
        let id = operationID(of: act)
        let rank = rank(of: act)
        switch act.operation {
        case .unknown(let type, _):
            // What is of a story closes that story alone.
            if type % 2 == 1, !(65...16_383).contains(type) { office.newer.insert(id) }
            return
        case .admit(let admission): admit(admission, act)
        case .addDevice(let addition): add(addition, id, act)
        default: break
        }
        guard act.status.counts else { return }
        switch act.operation {
        case .found(let founding):
            office.founding = founding
            office.id = NewsroomID(madeBy: id.entry)
        case .invite(let invite):
            let made = InviteID(madeBy: id.entry)
            office.invites[made] = Invite(id: made, act: invite, author: act.author)
        case .grant(let grant):
            office.members[grant.member]?.grants[id] = grant.capabilities
            keepCredential(of: act, grant.seal)
        case .addDevice(let addition): keepCredential(of: act, addition.seal)
        case .freeze(let freeze): office.members[freeze.member]?.freezes.insert(id)
        case .adopt(let adoption): office.adoptions[act.point] = (adoption, act.author)
        case .setNewsroom(let setting):
            office.settings[setting.field, default: Register()]
                .set(setting.value, by: rank, of: act.author, replacing: setting.superseded)
        case .setGates(let policy):
            office.gates[policy.kind, default: Register()]
                .set(
                    policy.gates.sorted { $0.gate.rawValue < $1.gate.rawValue },
                    by: rank,
                    of: act.author,
                    replacing: policy.superseded
                )
        case .setChecks(let policy):
            office.checks
                .set(policy.checks, by: rank, of: act.author, replacing: policy.superseded)
        case .setHub(let setting):
            office.hub.set(setting, by: rank, of: act.author, replacing: setting.superseded)
        case .appointPress(let appointment):
            office.appointments[id] = appointment
            keepCredential(of: act, appointment.seal)
        case .renameMember(let naming):
            office.members[naming.member]?.names
                .set(naming.name, by: rank, of: act.author, replacing: naming.superseded)
        case .renameDevice(let naming):
            office.devices[naming.key]?.labels
                .set(naming.label, by: rank, of: act.author, replacing: naming.superseded)
        default: break
        }
    }

    func operationID(of act: Act) -> OperationID {
        OperationID(history.id(at: act.point.place), act.point.index)
    }

    func rank(of act: Act) -> Rank {
        Rank(
            lamport: history.node(at: act.point.place).lamport,
            operation: operationID(of: act)
        )
    }

    /// Who sealed the statement of an operation, when.
    func signing(of act: Act) -> Signing? {
        let node = history.node(at: act.point.place)
        return office.id.map { id in
            Signing(
                newsroom: id,
                member: act.author == MemberID(.zero) ? nil : act.author,
                claimed: node.claimed,
                device: node.device
            )
        }
    }

    private mutating func admit(_ admission: MemberAdmission, _ act: Act) {
        guard act.status.isAccepted else { return }
        let member = MemberID(madeBy: history.id(at: act.point.place))
        var made = Member(id: member, firstName: admission.name)
        made.isListed = act.status.counts
        office.members[member] = made
        guard act.status.counts, let invite = admission.invite else { return }
        office.invites[invite]?.admission = member
    }

    /// A device is known as soon as somebody added it; of several additions one in force tells
    /// more, and of those the lowest.
    private mutating func add(_ addition: DeviceAddition, _ id: OperationID, _ act: Act) {
        guard act.status.isAccepted else { return }
        if let known = office.devices[addition.key] {
            if known.isAdded, !act.status.counts { return }
            if known.isAdded == act.status.counts, known.addition < id { return }
        }
        office.devices[addition.key] = Device(
            key: addition.key,
            firstLabel: addition.label,
            member: addition.member,
            addition: id,
            isAdded: act.status.counts
        )
    }

    private mutating func keepCredential(of act: Act, _ seal: Seal) {
        guard let signing = signing(of: act),
            let text = statement(of: act.operation, signing)
        else { return }
        let rank = rank(of: act)
        office.credentials[rank.operation] = Credential(
            operation: act.operation,
            statement: text,
            seal: seal,
            rank: rank
        )
    }
}
