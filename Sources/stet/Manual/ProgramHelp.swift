import ArgumentParser
import Foundation

/// What `--help` knows of a command, from which the manual pages are written too.
struct ProgramHelp: Decodable {
    /// An argument, an option or a flag.
    struct Argument: Decodable {
        /// One way to write an option.
        struct Name: Decodable {
            let kind: String
            let name: String

            /// "--data", "-c".
            var written: String { (kind == "long" ? "--" : "-") + name }
        }

        let kind: String
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let defaultValue: String?
        let isOptional: Bool
        let isRepeating: Bool
        let shouldDisplay: Bool
    }

    let commandName: String
    let abstract: String?
    let discussion: String?
    let arguments: [Argument]?
    let subcommands: [ProgramHelp]?

    /// What the whole program says of itself.
    static func ofProgram() throws -> ProgramHelp {
        struct Dump: Decodable { let command: ProgramHelp }
        return try JSONDecoder().decode(Dump.self, from: Data(Stet._dumpHelp().utf8)).command
    }
}

extension ProgramHelp.Argument {
    /// As a synopsis shows it: `<name>`, `[--listen <addr:port>]`.
    var synopsis: String {
        let value = valueName.map { "<\($0)>" } ?? ""
        let name = names?.first { $0.kind == "long" } ?? names?.first
        var text = name.map { kind == "option" ? "\($0.written) \(value)" : $0.written } ?? value
        if isRepeating { text += " …" }
        return isOptional ? "[\(text)]" : text
    }

    /// As a list explains it: `-c, --command <command>`.
    var title: String {
        guard let names, kind != "positional" else { return valueName.map { "<\($0)>" } ?? "" }
        let written = names.map(\.written).joined(separator: ", ")
        return kind == "option" ? "\(written) <\(valueName ?? "value")>" : written
    }

    /// What it is for, with what it is when it is not given.
    var explanation: String {
        (abstract ?? "") + (defaultValue.map { " (default: \($0))" } ?? "")
    }
}
