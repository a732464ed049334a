import Newsroom

extension ReleaseRequest {
    /// Reads the body of an operation 131.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            draft: try reader.identifier(),
            revision: try reader.identifier(),
            hash: try reader.identifier(),
            slug: try reader.slug(),
            replaces: try reader.optionalIdentifier(),
            clearances: try reader.superseded(),
            when: try reader.releaseTime(),
            superseded: try reader.superseded(),
            seal: try reader.seal()
        )
    }

    /// Writes the body of an operation 131.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.identifier(draft)
        writer.identifier(revision)
        writer.identifier(hash)
        writer.text(slug.description)
        writer.optional(replaces) { $0.identifier($1) }
        writer.superseded(clearances)
        writer.releaseTime(when)
        writer.superseded(superseded)
        writer.seal(seal)
    }
}

extension ReceiptIssue {
    /// Reads the body of an operation 151.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            number: try reader.varint(),
            previous: try reader.optionalOperationID(),
            request: try reader.operationID(),
            draft: try reader.identifier(),
            revision: try reader.identifier(),
            hash: try reader.identifier(),
            replaces: try reader.optionalIdentifier(),
            slug: try reader.slug(),
            version: try reader.varint(),
            time: try reader.moment()
        )
    }

    /// Writes the body of an operation 151.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.varint(number)
        writer.optional(previous) { $0.operationID($1) }
        writer.operationID(request)
        writer.identifier(draft)
        writer.identifier(revision)
        writer.identifier(hash)
        writer.optional(replaces) { $0.identifier($1) }
        writer.text(slug.description)
        writer.varint(version)
        writer.varint(Int(time.milliseconds))
    }
}

extension ReceiptRefusal {
    /// Reads the body of an operation 153.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            request: try reader.operationID(),
            reasons: try reader.refusalReasons(),
            time: try reader.moment()
        )
    }

    /// Writes the body of an operation 153.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.operationID(request)
        writer.refusalReasons(reasons)
        writer.varint(Int(time.milliseconds))
    }
}

extension ReceiptRecord {
    /// Reads the body of an operation 158.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            receipt: try reader.operationID(),
            text: try reader.data(limit: 65536),
            seal: try reader.seal(),
            checkpointSeal: try reader.seal(),
            body: try reader.data(limit: 786432)
        )
    }

    /// Writes the body of an operation 158.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.operationID(receipt)
        writer.data(text)
        writer.seal(seal)
        writer.seal(checkpointSeal)
        writer.data(body)
    }
}

extension KeysRecord {
    /// Reads the body of an operation 32.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            lines: try reader.text(),
            seal: try reader.seal()
        )
    }

    /// Writes the body of an operation 32.
    func write(to writer: inout FieldWriter) {
        writer.text(lines)
        writer.seal(seal)
    }
}
