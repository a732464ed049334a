import SyncProtocol
import TestSupport

/// An editor who writes words of his own into everybody's stories, and syncs.
actor StormEditor {
    /// The words whose writing was acknowledged.
    private(set) var words: [String] = []
    /// How often an exchange ended in which way.
    private(set) var syncs: [String: Int] = [:]
    private let name: String
    private let machine: StormMachine
    private let hubs: [String]
    private let stories: [String]
    private var random: SplitMix64
    private var program: StormProgram?

    init(
        _ name: String,
        at machine: StormMachine,
        hubs: [String],
        stories: [String],
        seed: UInt64
    ) {
        (self.name, self.machine, self.hubs, self.stories) = (name, machine, hubs, stories)
        random = SplitMix64(seed: seed)
    }

    /// Writes and syncs until told to stop; leaves the desk and comes back now and then.
    func work(until isOver: @Sendable () -> Bool) async throws {
        while !isOver() {
            try await write()
            for _ in 0..<Int.random(in: 1...3, using: &random) where !isOver() {
                // A hub that was killed needs a moment; nobody tries again at once.
                guard try await !sync() else { continue }
                try await Task.sleep(for: .milliseconds(Int.random(in: 20...80, using: &random)))
            }
            if Int.random(in: 0..<12, using: &random) == 0 { try await leave() }
        }
    }

    private func write() async throws {
        let story = stories[Int.random(in: 0..<stories.count, using: &random)]
        // He may not have the story yet.
        guard try await obey("open \(story)").isGood else { return }
        let word = "\(name)\(words.count)w"
        guard try await obey("append \(word)").isGood else {
            throw StormError.failed("\(name) cannot write")
        }
        words.append(word)
    }

    /// Exchanges with each hub; says whether all of them have the same now.
    @discardableResult
    func sync() async throws -> Bool {
        var isSynced = true
        for hub in hubs {
            let answer = try await obey("sync \(hub)")
            let hasSame = answer["synced"]?.bool == true
            let error = answer["error"]?.string?.split(separator: ":").first.map(String.init)
            syncs[hasSame ? "synced" : error ?? "not the same yet", default: 0] += 1
            isSynced = isSynced && hasSame
        }
        return isSynced
    }

    /// Has the desk obey a line.
    func obey(_ line: String) async throws -> JSONText {
        let program = try program ?? machine.start(["--json", "--keep-going"])
        self.program = program
        try await program.type(line)
        return try StormMachine.facts(await program.line(within: .seconds(90)))
    }

    private func leave() async throws {
        guard let program else { return }
        self.program = nil
        _ = try await program.end(within: .seconds(30))
    }

    /// Reads everything again.
    func check() async throws -> StormCheck {
        try await leave()
        return try StormCheck(await machine.ask(["check", "--json"]))
    }

    /// How often each word stands in his copy of the stories.
    func count() async throws -> [String: Int] {
        var counts: [String: Int] = [:]
        for story in stories {
            let shown = try await obey("show \(story)")["document"]?.string ?? ""
            for word in shown.split(whereSeparator: \.isWhitespace) {
                counts[String(word), default: 0] += 1
            }
        }
        try await leave()
        return counts
    }
}

extension JSONText {
    /// Whether the desk obeyed.
    var isGood: Bool { self["ok"]?.bool == true }
}
