import Desk
import Foundation
import TestSupport
import Testing

/// `docs/json.schema.json` says what `--json` answers to each verb; it is made from the answers to
/// all transcripts, so that no answer changes its shape unseen.
@Suite(.timeLimit(.minutes(5)))
struct `Answers for programs` {
    private let file = Fixtures.folder("../docs").appending(path: "json.schema.json")

    @Test func `have the shape that the schema says`() async throws {
        var shapes: [String: Shape] = [:]
        for (_, transcript) in try Transcript.all() {
            for answer in try await transcript.answers(in: try await Room()) {
                let value = try JSONDecoder().decode(Value.self, from: Data(answer.utf8))
                guard case .object(let object) = value, case .bool(true)? = object["ok"],
                    case .string(let verb)? = object["verb"]
                else { continue }
                let shape = Shape(of: value)
                shapes[verb] = shapes[verb].map { $0.joined(with: shape) } ?? shape
            }
        }
        let schema = try Schema.text(of: shapes)
        #expect(shapes.count > 50)
        #expect(try String(contentsOf: file, encoding: .utf8) == schema)
        if ProcessInfo.processInfo.environment["STET_RECORD"] == "1" {
            try Data(schema.utf8).write(to: file)
        }
    }

    @Test func `to a refused line say why, and what to type instead`() async throws {
        let desk = Desk(try await Room().ana, page: Page(isJSON: true))
        let answer = await desk.reply(to: "relaese ferry").output
        let object = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]
        #expect(object?["ok"] as? Bool == false)
        #expect(object?["error"] as? String == "no command `relaese`")
        #expect(object?["hint"] as? String == "did you mean `release`?")
    }
}

/// What a JSON value looks like, joined over many.
private indirect enum Shape: Equatable {
    case plain(Set<String>)
    case list(Shape?)
    case object([String: Shape], required: Set<String>)

    init(of value: Value) {
        switch value {
        case .object(let object):
            self = .object(object.mapValues { Shape(of: $0) }, required: Set(object.keys))
        case .list(let list):
            self = .list(list.map { Shape(of: $0) }.reduce(nil) { $0?.joined(with: $1) ?? $1 })
        case .null: self = .plain(["null"])
        case .string: self = .plain(["string"])
        case .number: self = .plain(["integer"])
        case .bool: self = .plain(["boolean"])
        }
    }

    func joined(with other: Shape) -> Shape {
        switch (self, other) {
        case (.plain(let left), .plain(let right)): return .plain(left.union(right))
        case (.list(let left), .list(let right)):
            return .list(left.map { one in right.map { one.joined(with: $0) } ?? one } ?? right)
        case (.object(let left, let some), .object(let right, let others)):
            let all = left.merging(right) { $0.joined(with: $1) }
            return .object(all, required: some.intersection(others))
        default: return self
        }
    }

    /// The same in the words of JSON Schema.
    var schema: [String: Any] {
        switch self {
        case .plain(let types):
            return ["type": types.count == 1 ? types.sorted()[0] as Any : types.sorted() as Any]
        case .list(let item): return ["type": "array", "items": item?.schema ?? [:]]
        case .object(let properties, let required):
            return [
                "type": "object", "properties": properties.mapValues(\.schema),
                "required": required.sorted(), "additionalProperties": false,
            ]
        }
    }
}

/// A JSON value as a program reads it.
private enum Value: Decodable {
    case null
    case bool(Bool)
    case number
    case string(String)
    case list([Value])
    case object([String: Value])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let truth = try? value.decode(Bool.self) {
            self = .bool(truth)
        } else if (try? value.decode(Int.self)) != nil {
            self = .number
        } else if let text = try? value.decode(String.self) {
            self = .string(text)
        } else if let list = try? value.decode([Value].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: Value].self))
        }
    }
}

private enum Schema {
    static func text(of shapes: [String: Shape]) throws -> String {
        let refusal: [String: Any] = [
            "type": "object", "required": ["ok", "verb", "error"], "additionalProperties": false,
            "properties": [
                "ok": ["const": false], "verb": ["type": "string"], "error": ["type": "string"],
                "hint": ["type": "string"],
            ],
        ]
        var definitions: [String: Any] = shapes.mapValues(\.schema)
        definitions["refusal"] = refusal
        let names = (Array(shapes.keys) + ["refusal"]).sorted()
        let schema: [String: Any] = [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "An answer of stet --json",
            "anyOf": names.map { ["$ref": "#/$defs/\($0)"] }, "$defs": definitions,
        ]
        let data = try JSONSerialization.data(
            withJSONObject: schema,
            options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        )
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
