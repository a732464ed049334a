import Newsroom

/// A text that somebody signed, as a checker reads it: every field that is asked for has to be
/// there exactly once.
struct SignedText {
    /// The file's name, for sentences.
    let name: String
    let bytes: [UInt8]
    private let fields: StatementFields

    /// Reads a text of a type.
    ///
    /// - Throws: `CheckRefusal` for other bytes.
    init(_ name: String, _ bytes: [UInt8], type: String) throws(CheckRefusal) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CheckRefusal("\(name) is no text")
        }
        let fields = StatementFields(text)
        guard fields.type == type else { throw CheckRefusal("\(name) is no \(type)") }
        self.name = name
        self.bytes = bytes
        self.fields = fields
    }

    /// A field's value.
    ///
    /// - Throws: `CheckRefusal` where it is not there once.
    func value(_ field: String) throws(CheckRefusal) -> String {
        guard let value = fields[field] else {
            throw CheckRefusal("\(name): field \(field) must be there once")
        }
        return value
    }

    /// A field that is a number.
    func number(_ field: String) throws(CheckRefusal) -> Int {
        guard let number = Int(try value(field)), number >= 0 else {
            throw CheckRefusal("\(name): field \(field) is no number")
        }
        return number
    }

    /// Compares fields with another text's.
    ///
    /// - Throws: `CheckRefusal` naming the first that differs.
    func expectSame(_ names: String..., as other: SignedText) throws(CheckRefusal) {
        for field in names {
            guard try value(field) == other.value(field) else {
                throw CheckRefusal("\(name): another \(field) than the receipt")
            }
        }
    }
}
