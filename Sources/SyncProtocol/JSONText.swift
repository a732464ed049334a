/// A value of the control part of a message: JSON (RFC 8259) with whole numbers only.
package indirect enum JSONText: Hashable, Sendable {
    case object([String: JSONText])
    case array([JSONText])
    case string(String)
    case number(Int)
    case bool(Bool)
    case null

    /// A key of an object; nil where this is none or lacks it.
    package subscript(key: String) -> JSONText? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The text, if this is a string.
    package var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The number, if this is one.
    package var number: Int? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    /// The truth value, if this is one.
    package var bool: Bool? {
        guard case .bool(let value) = self else { return nil }
        return value
    }

    /// The items, if this is an array.
    package var array: [JSONText]? {
        guard case .array(let items) = self else { return nil }
        return items
    }
}

extension JSONText: CustomStringConvertible {
    /// The value as JSON, with the keys in order.
    package var description: String {
        switch self {
        case .object(let members):
            let pairs = members.sorted { $0.key < $1.key }
            return "{" + pairs.map { "\(Self.quoted($0)):\($1)" }.joined(separator: ",") + "}"
        case .array(let items): return "[" + items.map(\.description).joined(separator: ",") + "]"
        case .string(let text): return Self.quoted(text)
        case .number(let value): return String(value)
        case .bool(let value): return value ? "true" : "false"
        case .null: return "null"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                quoted += "\\"
                quoted.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
