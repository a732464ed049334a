import Ledger
import Newsroom
import Signing

// The press's list of keys as a stranger reads it (publishing.md 5.3): nothing in it is believed
// unless a chain of signed statements leads from it to a root key that came from elsewhere.
//
// Idea: what a line says is judged by the lines above it alone, so one walk from the top judges each
// line once, whatever circles the list describes. A line that is not believable stays with its
// reason, which is said only where somebody relies on it. A place in the list is a line's number,
// from 1. Cost: a signature a statement.

/// The keys that may sign, by whom each was admitted, and from which line on.
struct KeyChain: Sendable {
    /// The list.
    let text: [UInt8]
    /// The newsroom it is of.
    let newsroom: String
    private var numbers: [Int?] = []
    private var sites: [(line: Int, site: String)] = []
    private var owners: [String: [Judged<String>]] = [:]
    private var rights: [Right: [Judged<Bool>]] = [:]
    private var presses: [Judged<String>] = []
    private var doubts: [Int: Int] = [:]
    let statements: KeyStatements

    /// What a line says, or why it is not believed.
    private struct Judged<Value: Sendable>: Sendable {
        let line: Int
        let verdict: Result<Value, CheckRefusal>
    }

    private struct Right: Hashable {
        let member: Substring
        let capability: Substring
    }

    /// Reads the files of `keys.tar`, with the root keys that the reader trusts.
    ///
    /// - Throws: `CheckRefusal` where the list is none, or does not carry its press's signature.
    init(_ files: [String: [UInt8]], roots: [DeviceKey]) throws(CheckRefusal) {
        guard let text = files["keys.txt"], let seal = files["keys.sig"] else {
            throw CheckRefusal("keys.txt or keys.sig is missing")
        }
        guard let list = String(validating: text, as: UTF8.self),
            list.hasPrefix("stet-keys/1\n"), list.utf8.last == UInt8(ascii: "\n")
        else { throw CheckRefusal("keys.txt is no stet-keys/1") }
        let lines = list.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { $0.split(separator: " ") }
        self.text = text
        newsroom = lines.first { $0.count == 2 && $0[0] == "newsroom" }.map { String($0[1]) } ?? ""
        statements = KeyStatements(files, newsroom: newsroom, roots: roots)
        try take(lines)
        let press = try press(at: lines.count)
        try statements.expectSignature(seal, of: text, called: "keys.txt", by: press)
    }

    private mutating func take(_ lines: [[Substring]]) throws(CheckRefusal) {
        var last = 0
        for (index, words) in lines.enumerated() {
            let number = words.first.flatMap { Int($0) }
            guard number ?? last >= last else { throw CheckRefusal("key list is out of order") }
            last = number ?? last
            numbers.append(number)
            take(words, line: index + 1, isNumbered: number != nil)
        }
    }

    private mutating func take(_ words: [Substring], line: Int, isNumbered: Bool) {
        if words.count == 2, words[0] == "site" { sites.append((line, String(words[1]))) }
        guard isNumbered, words.count > 2 else { return }
        let subject = String(words[2])
        switch (words[1], words.count) {
        case ("site", 3): sites.append((line, subject))
        case ("device", 5):
            owners[subject, default: []].append(
                judged(line) { () throws(CheckRefusal) in
                    try owner(of: subject, named: words[3], by: words[4], before: line)
                }
            )
        case ("end-device", 3):
            let gone = CheckRefusal("key \(subject) is not in the key list there")
            owners[subject, default: []].append(Judged(line: line, verdict: .failure(gone)))
        case ("may", 5):
            let right = Right(member: words[2], capability: words[3])
            rights[right, default: []].append(
                judged(line) { () throws(CheckRefusal) in
                    try expectGrant(of: right, by: words[4], before: line)
                    return true
                }
            )
        case ("end-may", 4):
            let right = Right(member: words[2], capability: words[3])
            rights[right, default: []].append(Judged(line: line, verdict: .success(false)))
        case ("press", 4):
            presses.append(
                judged(line) { () throws(CheckRefusal) in
                    try appointed(subject, by: words[3], before: line)
                }
            )
        case ("doubt", 3): if let number = Int(subject) { doubts[number] = Int(words[0]) }
        default: break
        }
    }

    private func judged<Value>(
        _ line: Int,
        _ judge: () throws(CheckRefusal) -> Value
    ) -> Judged<Value> {
        Judged(line: line, verdict: Result(catching: judge))
    }
}

extension KeyChain {
    /// The last place that counts for a receipt.
    func place(at receipt: Int) -> Int {
        (numbers.lastIndex { $0 ?? 0 <= receipt } ?? -1) + 1
    }

    /// The whole list.
    var end: Int { numbers.count }

    /// The site at a place.
    func site(at place: Int) -> String { sites.last { $0.line <= place }?.site ?? "" }

    /// From which receipt on something is doubted that a receipt relied on.
    func doubt(of receipt: Int) -> Int? { doubts[receipt] }

    /// The member whose key it is at a place.
    func owner(of key: String, at place: Int) throws(CheckRefusal) -> String {
        guard let line = owners[key]?.last(where: { $0.line <= place }) else {
            throw CheckRefusal("key \(key) is not in the key list there")
        }
        return try line.verdict.get()
    }

    /// Checks that a key's owner had a right at a place; returns the owner.
    @discardableResult
    func owner(
        of key: String,
        having capability: String,
        at place: Int
    ) throws(CheckRefusal)
        -> String
    {
        let member = try owner(of: key, at: place)
        let right = Right(member: member[...], capability: capability[...])
        guard let line = rights[right]?.last(where: { $0.line <= place }), try line.verdict.get()
        else { throw CheckRefusal("the member of \(key) has no \(capability) there") }
        return member
    }

    /// The press's key at a place.
    func press(at place: Int) throws(CheckRefusal) -> String {
        guard let line = presses.last(where: { $0.line <= place }) else {
            throw CheckRefusal("no press in the key list")
        }
        return try line.verdict.get()
    }

    private func isAdmin(_ key: String, before line: Int) -> Bool {
        statements.isRoot(key) || (try? owner(of: key, having: "admin", at: line - 1)) != nil
    }

    private func owner(
        of key: String,
        named member: Substring,
        by statement: Substring,
        before line: Int
    ) throws(CheckRefusal) -> String {
        let text = try statements.statement(statement, type: "stet-device/1")
        let by = try text.value("by")
        guard try text.value("key") == key, try text.value("member") == member else {
            throw CheckRefusal("the admission of \(key) names another key or member")
        }
        let sponsor = try? owner(of: by, at: line - 1)
        guard isAdmin(by, before: line) || sponsor == String(member) else {
            throw CheckRefusal("\(key) was admitted by nobody entitled")
        }
        return String(member)
    }

    private func expectGrant(
        of right: Right,
        by statement: Substring,
        before line: Int
    ) throws(CheckRefusal) {
        let text = try statements.statement(statement, type: "stet-grant/1")
        let by = try text.value("by")
        guard try text.value("member") == right.member else {
            throw CheckRefusal("the grant names another member")
        }
        guard try text.value("capabilities").split(separator: ",").contains(right.capability) else {
            throw CheckRefusal("the grant does not name \(right.capability)")
        }
        if statements.isRoot(by) { return }
        guard right.capability != "admin" else {
            throw CheckRefusal("only a root key makes an admin")
        }
        let granter = try? owner(of: by, having: "admin", at: line - 1)
        guard let granter, granter != String(right.member) else {
            throw CheckRefusal("the grant of \(right.capability) was by nobody entitled")
        }
    }

    private func appointed(
        _ key: String,
        by statement: Substring,
        before line: Int
    ) throws(CheckRefusal) -> String {
        let text = try statements.statement(statement, type: "stet-press/1")
        guard try text.value("key") == key else {
            throw CheckRefusal("the press's appointment names another key")
        }
        _ = try owner(of: key, at: line - 1)
        guard isAdmin(try text.value("by"), before: line) else {
            throw CheckRefusal("the press was appointed by nobody entitled")
        }
        return key
    }
}
