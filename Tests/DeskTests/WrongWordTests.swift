import Desk
import Foundation
import TestSupport
import Testing

/// Each word that may follow a verb, by its help, is typed as one that it cannot be.
@Suite(.timeLimit(.minutes(5)))
struct `A word that a verb cannot take` {
    /// What stands for each kind of word where it is right, where it is wrong, and what is said then.
    private static let kinds: [String: (right: String, wrong: String, said: String)] = [
        "STORY": ("ferry", "nothing-here", "no story `nothing-here`"),
        "FROM": ("ferry", "nothing-here", "no story `nothing-here`"),
        "GATE": ("desk", "taste", "no gate `taste`"),
        "GATES…": ("desk", "taste", "no gate `taste`"),
        "MEMBER": ("Bo", "Zed", "nobody here is called `Zed`"),
        "RIGHTS…": ("write", "king", "no right `king`"),
        "NUMBER": ("1", "one", "a paragraph is a number, not `one`"),
        "COUNT": ("5", "many", "a count is a number, not `many`"),
        "TIME": ("2026-05-03T06:00Z", "noon", "`noon` is no time"),
        "KIND": ("original", "poem", "no kind `poem`"),
        "CHECK": ("headline-length", "taste", "no check `taste`"),
        "STRICTNESS": ("block", "harsh", "no strictness `harsh`"),
        "LIMIT": ("70", "many", "a limit is a number, not `many`"),
        "FIELD": ("headline", "colour", "no field `colour`"),
        "VERDICT": ("stands", "lovely", "no verdict `lovely`"),
        "HASH": ("abcd", "nothing", "no revision `nothing`"),
        "ENTRY": ("abcd", "nothing", "nothing set aside is called `nothing`"),
        "COMMENT": ("abcd", "nothing", "no comment `nothing`"),
        "SLUG": ("quay", "Quay!", "`Quay!` is no slug"),
        "URL": ("http://127.0.0.1:1", "nowhere", "no hub address: nowhere"),
        "PIN": ("ab", "zz", "this is no pin of a hub's key"),
        "VERB": ("open", "opne", "no command `opne`"),
        "FILE…": ("/nowhere/file", "/nowhere/file", "cannot use /nowhere/file"),
        "FILE": ("/nowhere/file", "/nowhere/file", "cannot use /nowhere/file"),
        "BUNDLE": ("/nowhere/file", "/nowhere/file", "/nowhere/file"),
        "ORDER": ("due", "size", "no order `size`"),
        "press": ("press", "bakery", "`press`"),
    ]

    /// Any text is right here, or it is held against something that only a whole transcript has.
    private static let free: Set<String> = [
        "TEXT", "[TEXT]", "REASON", "NOTE", "NAME", "VALUE", "OLD", "NEW", "to", "after", "as",
        "FOLDER", "LABEL", "WORDS", "WORDS…", "WORD…",
    ]

    /// Where a verb says it in its own way, or has to be asked otherwise.
    private static let own: [String: (line: String, said: String)] = [
        "admit --request": ("admit --request /nowhere/file", "no file to read at /nowhere/file"),
        "bundle FILE": ("bundle show /nowhere/file", "/nowhere/file"),
        "bundle STORY": ("bundle export /tmp/x.stet nothing-here", "no story `nothing-here`"),
        "device CONSENT": ("device add Bo phone zz", "this is no line that `stet join` printed"),
        "device LABEL": (
            "device remove Bo fridge --reason lost --yes", "Bo Lind has no device `fridge`"
        ),
        "diff --html": ("diff ferry --html /nowhere/x.html", "cannot write /nowhere/x.html"),
        "erase STORY": ("erase ask nothing-here words", "no story `nothing-here`"),
        "grant MEMBER": ("grant Zed write", "nobody here is called `Zed`"),
        "import SLUG": ("import $STORY as Quay!", "`Quay!` is no slug"),
        "length --on": ("length 600 --on nothing-here", "no story `nothing-here`"),
        "length WORDS": ("length many", "a length is a number, not `many`"),
        "lift --on": ("lift hold because --on nothing-here", "no story `nothing-here`"),
        "lift KIND": ("lift poem because", "`poem`"),
        "move NUMBER": ("move 1 after one", "another paragraph is a number, not `one`"),
        "newsroom FIELD": ("newsroom colour blue", "no setting `colour`"),
        "publish --theme": ("publish --theme /nowhere", "the theme: its folder cannot be read"),
        "reply COMMENT": ("reply nothing because", "no comment `nothing`"),
        "reply --on": ("reply nothing because --on nothing-here", "no story `nothing-here`"),
        "replace NUMBER": ("replace 9 It They", "no paragraph 9; the last is 1"),
        "set FIELD": ("set colour blue", "no field `colour`"),
        "timeline --svg": ("timeline ferry --svg /nowhere/x.svg", "cannot write /nowhere/x.svg"),
    ]

    /// A word or an option's value that may follow a verb: the line that gets it wrong, and what the
    /// desk has to say; nil where any word is right.
    private func wrong(
        _ verb: String,
        _ words: ArraySlice<String>,
        option: String?
    ) -> (line: String, said: String)? {
        guard let last = words.last else { return nil }
        if let own = Self.own["\(verb) \(option ?? last)"] { return own }
        if last.contains("|") {
            return ("\(verb) zzz Bo nothing", "`zzz`")
        }
        guard !Self.free.contains(last) else { return nil }
        guard let kind = Self.kinds[last] else {
            Issue.record("`\(verb)` takes \(last): this test has no wrong one")
            return nil
        }
        let before = words.dropLast().map { word in
            Self.kinds[word]?.right ?? word.split(separator: "|").first.map(String.init) ?? "x"
        }
        let start = ([verb] + before).joined(separator: " ")
        return ("\(start) \(option.map { "\($0) " } ?? "")\(kind.wrong)", kind.said)
    }

    @Test func `is named, with what to type instead`() async throws {
        let desk = Desk(try await Room().ana, page: Page(width: 80))
        for line in ["new ferry", "append \"It sails at ten.\"", "share"] {
            #expect(await desk.reply(to: line).exitCode == 0)
        }
        var count = 0
        for shape in await TypedShape.all(at: desk) {
            var cases: [(line: String, said: String)] = []
            for end in shape.arguments.indices {
                let words = shape.arguments[...end]
                if let wrong = wrong(shape.verb, words, option: nil) { cases.append(wrong) }
            }
            for (option, value) in shape.values {
                let words = shape.required + [value]
                if let wrong = wrong(shape.verb, words[...], option: option) {
                    cases.append(wrong)
                }
            }
            for (line, said) in cases {
                let file = Fixtures.folder("stories").appending(path: "night-ferry.txt").path
                let reply = await desk.reply(to: line.replacing("$STORY", with: file))
                count += 1
                #expect(reply.exitCode != 0, "`\(line)`")
                #expect(reply.complaint.contains(said), "`\(line)`: \(reply.complaint)")
                #expect(reply.complaint.contains("\nhint: "), "`\(line)`: \(reply.complaint)")
            }
        }
        #expect(count > 100)
    }
}
