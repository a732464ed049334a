import Press

/// Why a typed line could not be obeyed, before anything was changed.
enum DeskError: Error, Hashable {
    // Slips of the keyboard.
    case unknownVerb(String, nearest: String?)
    case ambiguousVerb(String, among: [String])
    case openQuote
    case missing(String, usage: String)
    case surplus(String, usage: String)
    case unknownOption(String, verb: String, nearest: String?)
    case notANumber(String, what: String)
    case notOneOf(String, what: String, allowed: [String])
    /// It is the newsroom's hub, which this device cannot leave out.
    case newsroomsHub(String)
    case badSlug(String)
    case badTime(String)
    case badConsent
    case badPin
    // Things that are not there.
    case nothingOpen(verb: String)
    case noStory(String, nearest: String?)
    case ambiguousStory(String, among: [String])
    case noMember(String, nearest: String?)
    case noDevice(String, of: String, among: [String])
    case noRequest(Int)
    case noEntry(String)
    case noParagraph(Int, count: Int)
    case wordsNotFound(String, paragraph: Int?)
    case wordsFoundOften(String, count: Int)
    case noFile(String, reason: String)
    case badPicture(String, PictureError)
    case unseen(String)
    case cannotWrite(String)
    case slugTaken(String)
    case notShared(verb: String, slug: String)
    case isShared(String)
    case nothingToUndo
    case nothingToRedo
    case cannotDrop(String)
    case cannotUndo(String)
    case notSure(String)
    case movedOn
    case nothingChanged(String)
    case noHub
    case noRevision(String)
    case noVerdict(String)
    case noComment(String)
    case nothingToSecond
    case nothingToErase
    case sweeping(Int, first: [String])
    case badBundle([String: Int])
    case noEditor
    case noTerminal
    case badLine
}

extension DeskError: CustomStringConvertible {
    /// One line: what was wrong, on what.
    var description: String {
        switch self {
        case .unknownVerb(let word, _): "no command `\(word)`"
        case .ambiguousVerb(let word, _): "`\(word)` can mean several commands"
        case .openQuote: "a quote is not closed"
        case .missing(let what, _): "\(what) is missing"
        case .surplus(let word, _): "`\(word)` is too much"
        case .unknownOption(let name, let verb, _): "`\(verb)` has no option --\(name)"
        case .notANumber(let word, let what): "\(what) is a number, not `\(word)`"
        case .notOneOf(let word, let what, _): "no \(what) `\(word)`"
        case .newsroomsHub(let url): "this is the hub of the whole newsroom: \(url)"
        case .badSlug(let word): "`\(word)` is no slug"
        case .badTime(let word): "`\(word)` is no time"
        case .badConsent: "this is no line that `stet join` printed"
        case .badPin: "this is no pin of a hub's key"
        case .nothingOpen(let verb): "no story is open to \(verb)"
        case .noStory(let name, _): "no story `\(name)`"
        case .ambiguousStory(let name, _): "`\(name)` can mean several stories"
        case .noMember(let name, _): "nobody here is called `\(name)`"
        case .noDevice(let label, let name, _): "\(name) has no device `\(label)`"
        case .noEntry(let name): "nothing set aside is called `\(name)`"
        case .noRequest(let count):
            count == 5 ? "no request to join has these words" : "there are five words"
        case .noParagraph(let number, let count):
            count == 0 ? "there is no text yet" : "no paragraph \(number); the last is \(count)"
        case .wordsNotFound(let words, let place):
            "`\(words)` does not stand in " + (place.map { "paragraph \($0)" } ?? "the text")
        case .wordsFoundOften(let words, let count): "`\(words)` stands there \(count) times"
        case .noFile(let name, let reason): "cannot use \(name): \(reason)"
        case .badPicture(let name, let error): "cannot use \(name): it \(error)"
        case .unseen(let name): "nobody can have seen picture \(name) on this machine"
        case .cannotWrite(let name): "cannot write \(name)"
        case .slugTaken(let slug): "there is a story `\(slug)` already"
        case .notShared(let verb, let slug): "`\(slug)` is private; `\(verb)` needs a shared draft"
        case .isShared(let slug): "`\(slug)` is shared already"
        case .nothingToRedo: "there is nothing to do again"
        case .cannotDrop(let slug): "`\(slug)` is shared, and shared text is never thrown away"
        case .nothingToUndo: "there is nothing to undo"
        case .cannotUndo: "the last command cannot be taken back"
        case .notSure(let effect): "\(effect); nothing was done"
        case .movedOn: "the text was changed by others since"
        case .nothingChanged(let what): "\(what) already; nothing was changed"
        case .noHub: "no hub is known"
        case .noRevision(let hash): "no revision `\(hash)` of this draft"
        case .noVerdict(let gate): "no verdict stands at \(gate)"
        case .noComment(let name): "no comment `\(name)`"
        case .nothingToSecond: "nothing waits for a second word"
        case .sweeping(let count, let deeds):
            "it would set \(count) acts aside that count now: "
                + (deeds + (count > deeds.count ? ["…"] : [])).joined(separator: "; ")
        case .badBundle(let codes):
            "the bundle holds bad entries: "
                + codes.sorted { $0.key < $1.key }.map { "\($1) \($0)" }.joined(separator: ", ")
        case .nothingToErase: "nobody asked to erase anything of it"
        case .noEditor: "there is no editor to open"
        case .noTerminal: "this terminal cannot be used"
        case .badLine: "a line is not UTF-8, or longer than 2 MiB"
        }
    }

    /// What to type next.
    var hint: String {
        switch self {
        case .unknownVerb(_, let nearest?): "did you mean `\(nearest)`?"
        case .unknownVerb(_, nil): "`help` lists the commands"
        case .ambiguousVerb(_, let words): "`\(words.joined(separator: "`, `"))`"
        case .openQuote: "end the text with the quote that began it"
        case .missing(_, let usage), .surplus(_, let usage): "usage: \(usage)"
        case .unknownOption(_, _, let nearest?): "did you mean --\(nearest)?"
        case .unknownOption(_, let verb, nil): "`help \(verb)` lists its options"
        case .notANumber(_, "a count"): "`log 50` shows the acts of 50 entries"
        case .notANumber(_, "a length"): "`length 600`, or `length none` with the reason"
        case .notANumber(_, let what) where what.hasSuffix("paragraph"):
            "`show` numbers the paragraphs"
        case .notANumber: "type it in digits"
        case .notOneOf(let word, let what, let allowed):
            Self.nearest(to: word, among: allowed).map { "did you mean `\($0)`?" }
                ?? "\(what.article) \(what) is one of " + allowed.joined(separator: ", ")
        case .newsroomsHub: "`hub set URL` names another for everybody"
        case .badSlug: "a slug is small letters, digits and single dashes: budget-2026"
        case .badTime: "a time has its zone: 2026-05-03T06:00+01:00"
        case .badConsent: "copy the whole line, without spaces"
        case .badPin:
            "64 hexadecimal digits, as `stet hub` prints them; several with commas between"
        case .nothingOpen: "`open STORY` opens one; `list` shows them"
        case .noStory(_, let nearest?): "did you mean `\(nearest)`?"
        case .noStory(_, nil): "`list` shows all stories"
        case .ambiguousStory(_, let names): "`\(names.joined(separator: "`, `"))`"
        case .noMember(_, let nearest?): "did you mean `\(nearest)`?"
        case .noMember(_, nil): "`members` lists everybody"
        case .noDevice(_, let name, []): "\(name) has no device at all"
        case .noDevice(_, _, let labels): "`\(labels.joined(separator: "`, `"))`"
        case .noEntry: "`aside` lists what does not count, with its entry's name"
        case .noRequest:
            "have them read again; if they differ, somebody stands between: admit nobody"
        case .noParagraph: "`show` numbers the paragraphs"
        case .wordsNotFound: "`show` prints the text as it stands"
        case .wordsFoundOften: "name the paragraph, or take more words along"
        case .badPicture(_, let error): error.hint
        case .unseen: "`sync` fetches it; `pictures STORY --to FOLDER` shows it"
        case .noFile: "name a file that you can read"
        case .cannotWrite: "name a file in a folder where you may write"
        case .slugTaken(let slug): "`open \(slug)` opens it"
        case .notShared: "`share` shows it to everybody first"
        case .isShared: "changes to it are shared as you make them"
        case .nothingToRedo: "`undo` takes back; only then `redo` does it again"
        case .cannotDrop: "`spike` sets it aside; nothing is lost"
        case .nothingToUndo: "`history` shows what was done before this session"
        case .cannotUndo(let advice): "\(advice); `undo` again goes on with the command before"
        case .notSure: "the same line with --yes does it"
        case .movedOn: "`history` shows the changes; `replace` puts your words back"
        case .nothingChanged: "nothing to do"
        case .noHub: "`sync URL` names one, for example http://127.0.0.1:8080"
        case .noRevision: "`history` shows the hashes"
        case .noVerdict: "`gates` shows who said what"
        case .noComment: "`comments` lists them with their ids"
        case .sweeping: "ask who removed them; `bundle import FILE --anyway` takes it in"
        case .badBundle: "import takes the good ones alone; ask whoever packed it"
        case .nothingToErase: "`erase ask` does, with the words and the reason"
        case .nothingToSecond: "`where` shows what the press was asked"
        case .noTerminal: "set TERM, or give the commands through a pipe"
        case .badLine: "`import` takes whole files"
        case .noEditor: "set EDITOR, and use `edit` at a terminal"
        }
    }

    /// Whether the line itself was wrong, rather than the newsroom in another state.
    var isUsage: Bool {
        switch self {
        case .unknownVerb, .ambiguousVerb, .openQuote, .missing, .surplus, .unknownOption,
            .notANumber, .notOneOf, .badSlug, .badTime, .badConsent, .badPin:
            true
        default: false
        }
    }
}

extension DeskError {
    /// What was meant; nil too for words of a letter or two, which are near to anything.
    private static func nearest(to word: String, among allowed: [String]) -> String? {
        word.count > 2 ? Nearness.nearest(to: word, among: allowed) : nil
    }
}

extension String {
    /// "a" or "an", by the first letter.
    fileprivate var article: String { first.map { "aeio".contains($0) } == true ? "an" : "a" }
}
