import Newsroom
import Prose

// What an operation's past says about it, as an archive keeps it.

extension FieldWriter {
    mutating func findings(_ findings: Findings) {
        switch findings {
        case .none: byte(0)
        case .saved(let content):
            byte(1)
            saved(content)
        case .terms(let terms):
            byte(2)
            self.terms(terms)
        case .statement(let statement):
            byte(3)
            text(statement.text)
        case .receipt(let appointment, let faults):
            byte(4)
            operationID(appointment)
            list(faults) { $0.code($1) }
        case .judgedOnce: byte(5)
        }
    }

    private mutating func saved(_ content: SavedContent) {
        list(content.fields) { writer, value in
            writer.varint(DocumentField.allCases.firstIndex(of: value.field) ?? 0)
            writer.text(value.value)
        }
        byte(content.contested ? 1 : 0)
        past(content.version.changes)
        list(content.version.frontier.heads) { $0.varint($1) }
        list(content.hidden) { $0.varint($1) }
        optional(content.base) { $0.identifier($1) }
        list(content.acts) { writer, act in
            writer.operationID(act.operation)
            writer.identifier(act.member)
        }
    }

    private mutating func terms(_ terms: ReleaseTerms) {
        choice(terms.kind)
        text(terms.gates)
        list(terms.clearances) { $0.raw($1.bytes) }
        byte(terms.isEmergency ? 1 : 0)
    }
}

extension FieldReader {
    mutating func findings() throws(FieldError) -> Findings {
        switch try byte() {
        case 0: return .none
        case 1: return .saved(try saved())
        case 2: return .terms(try terms())
        case 3: return .statement(Statement(text: try text()))
        case 4:
            let appointment = try operationID()
            let faults = try list { reader throws(FieldError) in try reader.code() }
            return .receipt(appointment: appointment, faults: faults)
        case 5: return .judgedOnce
        default: throw FieldError()
        }
    }

    private mutating func saved() throws(FieldError) -> SavedContent {
        let fields = try list { reader throws(FieldError) in
            FieldValue(
                field: try reader.member(of: DocumentField.allCases),
                value: try reader.text()
            )
        }
        let contested = try byte() == 1
        let changes = try past()
        let heads = try list { reader throws(FieldError) in try reader.varint() }
        let hidden = try list { reader throws(FieldError) in try reader.varint() }
        let base: RevisionID? = try optional { reader throws(FieldError) in try reader.identifier()
        }
        let acts = try list { reader throws(FieldError) in
            Contribution(operation: try reader.operationID(), member: try reader.identifier())
        }
        return SavedContent(
            fields: fields,
            contested: contested,
            version: TextVersion(changes: changes, frontier: Frontier(heads)),
            hidden: hidden,
            base: base,
            acts: acts
        )
    }

    private mutating func terms() throws(FieldError) -> ReleaseTerms {
        let kind: DraftKind = try choice()
        let gates = try text()
        let clearances = try list { reader throws(FieldError) -> Bytes32 in
            guard let digest = Bytes32(try reader.take(32)) else { throw FieldError() }
            return digest
        }
        return ReleaseTerms(
            kind: kind,
            gates: gates,
            clearances: clearances,
            isEmergency: try byte() == 1
        )
    }

    mutating func member<Choice>(of choices: [Choice]) throws(FieldError) -> Choice {
        let place = try varint()
        guard choices.indices.contains(place) else { throw FieldError() }
        return choices[place]
    }
}
