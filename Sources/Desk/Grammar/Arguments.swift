/// What follows the verb on a line: words in order, and options, held against the verb's shape.
struct Arguments: Sendable {
    /// The verb that takes them.
    let verb: Verb
    private var words: ArraySlice<TypedLine.Word>
    private var options: [String: String] = [:]

    /// Sorts what follows a verb into words and options.
    ///
    /// - Throws: `DeskError` for an option that the verb does not have, or one without its value.
    init(of verb: Verb, _ typed: some Sequence<TypedLine.Word>) throws(DeskError) {
        self.verb = verb
        var words: [TypedLine.Word] = []
        var waiting: String?
        for word in typed {
            if let name = waiting {
                options[name] = word.text
                waiting = nil
            } else if let name = word.option {
                guard let takesValue = verb.shape.options[name] else {
                    throw .unknownOption(name, verb: verb.name, nearest: nearest(name, verb))
                }
                if takesValue { waiting = name } else { options[name] = "" }
            } else {
                words.append(word)
            }
        }
        if let name = waiting { throw .missing("a value after --\(name)", usage: verb.usage) }
        self.words = words[...]
    }

    /// Whether an option was given.
    func has(_ option: String) -> Bool { options[option] != nil }

    /// The value of an option; nil where it was not given.
    func value(of option: String) -> String? { options[option] }

    /// How many words are left.
    var count: Int { words.count }

    /// The next word without taking it.
    var first: String? { words.first?.text }

    /// The word after the next without taking it.
    var second: String? { words.dropFirst().first?.text }

    /// Takes the next word.
    ///
    /// - Throws: `DeskError.missing` where there is none; `what` says what it would have been.
    mutating func word(_ what: String) throws(DeskError) -> String {
        guard let word = words.popFirst() else { throw .missing(what, usage: verb.usage) }
        return word.text
    }

    /// Takes the next word, if there is one.
    mutating func wordIfAny() -> String? { words.popFirst()?.text }

    /// Takes the next word if it is this one.
    mutating func skip(_ keyword: String) -> Bool {
        guard words.first?.text == keyword else { return false }
        words.removeFirst()
        return true
    }

    /// Takes the next word if it is a whole number.
    mutating func numberIfAny() -> Int? {
        guard let word = words.first, !word.isQuoted, let number = Int(word.text) else {
            return nil
        }
        words.removeFirst()
        return number
    }

    /// Takes a whole number from 0 on.
    mutating func number(_ what: String) throws(DeskError) -> Int {
        let word = try word(what)
        guard let number = Int(word), number >= 0 else { throw .notANumber(word, what: what) }
        return number
    }

    /// Takes all words that are left as one text: quoted as it is, or plain words with spaces.
    mutating func text(_ what: String) throws(DeskError) -> String {
        guard !words.isEmpty else { throw .missing(what, usage: verb.usage) }
        let text = words.map(\.text).joined(separator: " ")
        words = []
        return text
    }

    /// Refuses words that nobody took.
    func finish() throws(DeskError) {
        if let word = words.first { throw .surplus(word.text, usage: verb.usage) }
    }
}

private func nearest(_ option: String, _ verb: Verb) -> String? {
    Nearness.nearest(to: option, among: verb.shape.options.keys.sorted())
}
