import Newsroom

extension RestrictionSetting {
    /// Reads the body of an operation 121.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            kind: try reader.restrictionKind(),
            isLegal: try reader.bool(),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 121.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.restrictionKind(kind)
        writer.byte(isLegal ? 1 : 0)
        writer.text(reason)
    }
}

extension RestrictionLift {
    /// Reads the body of an operation 123.
    init(reading reader: inout FieldReader) throws(FieldError) {
        self.init(
            story: try reader.identifier(),
            restrictions: try reader.superseded(),
            reason: try reader.text()
        )
    }

    /// Writes the body of an operation 123.
    func write(to writer: inout FieldWriter) {
        writer.identifier(story)
        writer.superseded(restrictions)
        writer.text(reason)
    }
}
