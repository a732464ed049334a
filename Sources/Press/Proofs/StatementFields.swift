import Newsroom

/// The fields of a signed text: a type line, then `name: value` lines up to an empty line.
package struct StatementFields: Sendable {
    /// The first line: `stet-release/1`.
    package let type: String
    private let values: [String: String]

    /// Reads a text; of a repeated field only that it is none.
    package init(_ text: String) {
        let lines = text.utf8.split(
            separator: UInt8(ascii: "\n"),
            omittingEmptySubsequences: false
        )
        type = lines.first.map { String(Substring($0)) } ?? ""
        var values: [String: String] = [:]
        var repeated: Set<String> = []
        for line in lines.dropFirst().prefix(while: { !$0.isEmpty }) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
                line[colon...].starts(with: ": ".utf8)
            else { continue }
            let name = String(Substring(line[..<colon]))
            let value = String(Substring(line[colon...].dropFirst(2)))
            if values.updateValue(value, forKey: name) != nil { repeated.insert(name) }
        }
        self.values = values.filter { !repeated.contains($0.key) }
    }

    /// The value of a field that is there exactly once.
    package subscript(name: String) -> String? { values[name] }
}

extension Statement {
    /// The statement's fields.
    var fields: StatementFields { StatementFields(text) }

    /// The device that sealed it, as it says.
    var sealer: DeviceKey? { fields["by"].flatMap { DeviceKey(hex: $0) } }
}
