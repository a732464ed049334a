import ArgumentParser
import Foundation
import Newsroom
import Signing

/// Measures the fold: one more operation, a whole newsroom, and authority counted again.
struct BenchNewsroom: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "newsroom",
        abstract: "Fold a generated newsroom; print the times as JSON lines."
    )

    @Option(help: "How many stories, of ten operations each.")
    var stories = 100_000

    @Option(help: "How many operations the one long story has.")
    var long = 1_000

    @Option(help: "How many members; each has ten operations of authority.")
    var members = 500

    func validate() throws {
        guard members > 10, stories > 0, long > 0 else {
            throw ValidationError("there must be stories, and more than 10 members")
        }
    }

    func run() throws {
        try measureLongStory()
        try measureAuthority()
        try measureNewsroom()
    }

    /// One more operation on a story with many.
    private func measureLongStory() throws {
        var writer = BenchWriter()
        writer.found(members: 1)
        writer.openStory(number: 0)
        for number in 0..<long { writer.rewrite(number) }
        var times: [Double] = []
        for number in 0..<101 { times.append(milliseconds { writer.rewrite(long + number) }) }
        var pasts: [Double] = []
        for number in 0..<101 {
            pasts.append(milliseconds { writer.setUnseen(number) })
        }
        report("fold.one", size: long, times)
        report("fold.one.concurrent", size: long, pasts)
    }

    /// Authority counted again after a removal.
    private func measureAuthority() throws {
        var writer = BenchWriter()
        writer.found(members: members)
        let times = (0..<11).map { number in milliseconds { writer.revoke(number) } }
        report("authority.recount", size: writer.authorityCount, times)
    }

    /// All stories, from nothing; then the list of drafts.
    private func measureNewsroom() throws {
        var writer = BenchWriter()
        writer.found(members: 20)
        for number in 0..<stories { writer.writeStory(number: number) }
        let before = residentMemory()
        var newsroom = Newsroom(digest: benchDigest)
        let fold = milliseconds { for entry in writer.entries { newsroom.fold(entry) } }
        report("fold.all", size: writer.operationCount, [fold])
        let memory = (residentMemory() - before) / 1_024
        print("{\"name\":\"fold.all.memory\",\"MiB\":\(memory)}")
        let isSame = newsroom.stateHash() == writer.newsroom.stateHash()
        print("{\"name\":\"fold.all.sameState\",\"value\":\(isSame)}")
        var ready = 0
        let list = milliseconds {
            let view = newsroom.view
            for draft in view.everyDraft where view.status(of: draft) == .released { ready += 1 }
        }
        report("list.all", size: ready, [list])
    }

    private func milliseconds(_ work: () -> Void) -> Double {
        let start = ContinuousClock.now
        work()
        return (ContinuousClock.now - start) / .milliseconds(1)
    }

    private func report(_ name: String, size: Int, _ times: [Double]) {
        let sorted = times.sorted()
        let (least, median) = (sorted[0], sorted[sorted.count / 2])
        print("{\"name\":\"\(name)\",\"size\":\(size),\"min\":\(least),\"median\":\(median)}")
    }

    /// The memory that this process holds, in KiB.
    private func residentMemory() -> Int {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
