import Desk
import Foundation

/// A manual page in the macros of man(7).
struct ManualPage {
    private var lines: [String]

    /// Begins the page NAME(SECTION).
    init(_ name: String, section: Int, version: String, summary: String) {
        lines = [
            ".TH \(name.uppercased()) \(section) \"\" \"\(version)\" \"Stet\"",
            ".SH NAME", "\(Self.plain(name)) \\- \(Self.plain(summary))",
        ]
    }

    /// The page as `man` reads it.
    var text: String { lines.joined(separator: "\n") + "\n" }

    /// Begins a section.
    mutating func section(_ title: String) { lines.append(".SH \"\(Self.plain(title))\"") }

    /// Begins a part of a section.
    mutating func part(_ title: String) { lines.append(".SS \"\(Self.plain(title))\"") }

    /// Writes paragraphs, which empty lines part.
    mutating func paragraphs(_ text: String) {
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            lines.append(line.isEmpty || place == 0 ? ".PP" : Self.plain(String(line)))
            if place == 0, !line.isEmpty { lines.append(Self.plain(String(line))) }
        }
    }

    /// Writes a word and what it means.
    mutating func item(_ title: String, _ explanation: String) {
        lines += [".TP", "\\fB\(Self.plain(title))\\fR", Self.plain(explanation)]
    }

    /// Writes an example as it is typed.
    mutating func example(_ line: String) {
        lines += [".br", "example: \\fI\(Self.plain(line))\\fR"]
    }

    /// Text that is no macro: backslashes, hyphens that are typed, and full stops that begin a line.
    private static func plain(_ text: String) -> String {
        let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
            .replacing("\"", with: "\\(dq")
        return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
    }
}

extension ManualPage {
    /// Writes the synopsis and the options of a command.
    mutating func usage(of command: ProgramHelp, called name: String) {
        let shown = (command.arguments ?? []).filter(\.shouldDisplay)
        paragraphs(([name] + shown.map(\.synopsis)).joined(separator: " "))
        for argument in shown where argument.title != "-h, --help" && argument.title != "--version"
        {
            item(argument.title, argument.explanation)
        }
    }

    /// Writes every command of the desk, on the shelves of `help`.
    mutating func commands(_ handbook: [HandbookShelf]) {
        for shelf in handbook {
            part(shelf.title)
            for verb in shelf.verbs {
                item(verb.usage, verb.summary)
                example(verb.example)
            }
        }
    }
}
