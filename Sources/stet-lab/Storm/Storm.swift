import Foundation
import SyncProtocol

/// Editors and hubs on a network that breaks, until everything that was asked for has happened;
/// then it calms down, and all copies must be the same.
struct Storm {
    /// What is asked for.
    struct Plan {
        let program: URL
        let folder: URL
        let editors: Int
        let hubs: Int
        let seed: UInt64
        let deadline: ContinuousClock.Instant
    }

    private let plan: Plan
    private let quota: StormQuota
    private var editors: [StormEditor] = []
    private var hubs: [StormHub] = []
    private static let stories = (1...8).map { "story-\($0)" }

    init(_ plan: Plan, _ quota: StormQuota) { (self.plan, self.quota) = (plan, quota) }

    /// Runs it.
    ///
    /// - Throws: `StormError`, and what the system throws.
    mutating func run() async throws -> StormReport {
        try await found()
        defer { for hub in hubs { hub.proxy.close() } }
        try await rage()
        return try await compare()
    }

    /// A newsroom whose first editor let the others in and shared the stories.
    private mutating func found() async throws {
        let machines = try (0..<plan.editors).map { try machine("editor-\($0)") }
        _ = try await machines[0].say(["init", "Gazette", "--member", "E0", "--device", "d"])
        let check = try await machines[0].ask(["check", "--json"])
        guard let newsroom = check["newsroom"]?.string else {
            throw StormError.failed("a newsroom without an id")
        }
        for number in 0..<plan.hubs {
            let proxy = try CuttingProxy(seed: plan.seed &+ UInt64(number), quota: quota)
            let hub = StormHub(try machine("hub-\(number)"), newsroom: newsroom, proxy: proxy)
            try await hub.start()
            hubs.append(hub)
        }
        editors = machines.enumerated().map { number, machine in
            StormEditor(
                "e\(number)x",
                at: machine,
                hubs: hubs.map(\.proxy.url),
                stories: Self.stories,
                seed: plan.seed &* 31 &+ UInt64(number)
            )
        }
        for number in 1..<plan.editors { try await admit(number, to: newsroom, at: machines) }
        try await prepare(["new $", "append Begins.", "share"])
        for hub in hubs { try await must(0, "sync \(hub.proxy.url)") }
        quota.begin()
    }

    private func prepare(_ lines: [String]) async throws {
        for story in Self.stories {
            for line in lines { try await must(0, line.replacing("$", with: story)) }
        }
    }

    private func admit(
        _ number: Int,
        to newsroom: String,
        at machines: [StormMachine]
    ) async throws {
        let admitted = try await must(0, "admit E\(number) as editor")
        guard let ticket = admitted["ticket"]?.string else {
            throw StormError.failed("no ticket")
        }
        let consent = try await machines[number].say(["join", ticket])
        try await must(0, "device add E\(number) d \(consent)")
    }

    @discardableResult
    private func must(_ number: Int, _ line: String) async throws -> JSONText {
        let answer = try await editors[number].obey(line)
        guard answer.isGood else { throw StormError.failed("\(line): \(answer)") }
        return answer
    }

    private func machine(_ name: String) throws -> StormMachine {
        try StormMachine(name, below: plan.folder, program: plan.program)
    }

    /// Everybody works until there was every cut and kill; then until all say that they are synced.
    private func rage() async throws {
        let (quota, deadline) = (quota, plan.deadline)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for hub in hubs { group.addTask { try await hub.keepUp() } }
            try await withThrowingTaskGroup(of: Void.self) { workers in
                for editor in editors {
                    workers.addTask {
                        try await editor.work {
                            quota.isReached || ContinuousClock.now > deadline
                        }
                    }
                }
                try await workers.waitForAll()
            }
            guard quota.isReached else { throw StormError.late }
            quota.calm()
            try await settle()
            group.cancelAll()
        }
    }

    /// Everybody syncs until a whole round brought nothing: then every hub has what another gave.
    private func settle() async throws {
        var before: Set<StormCheck> = []
        // Whoever called too often in the storm has to wait a minute.
        let deadline = ContinuousClock.now + .seconds(150)
        while ContinuousClock.now < deadline {
            var synced = 0
            for editor in editors where try await editor.sync() { synced += 1 }
            var now: Set<StormCheck> = []
            for editor in editors { now.insert(try await editor.check()) }
            if synced == editors.count, now.count == 1, now == before { return }
            before = now
            if synced < editors.count { try await Task.sleep(for: .milliseconds(500)) }
        }
        throw StormError.late
    }

    private func compare() async throws -> StormReport {
        var report = StormReport()
        for editor in editors {
            report.checks.append(try await editor.check())
            report.words += await editor.words
            report.syncs.merge(await editor.syncs, uniquingKeysWith: +)
        }
        for editor in editors { report.note(try await editor.count()) }
        for hub in hubs {
            report.checks.append(try await hub.finalCheck())
            report.restores += await hub.restores
        }
        (report.cuts, report.kills) = quota.had
        return report
    }
}
