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
        let fold = milliseconds { for number in 0..<stories { writer.writeStory(number: number) } }
        report("fold.all", size: writer.operationCount, [fold])
        var ready = 0
        let list = milliseconds {
            let view = writer.newsroom.view
            for draft in view.drafts.values where view.status(of: draft) == .released { ready += 1 }
        }
        report("list.all", size: ready, [list])
        print("{\"name\":\"memory\",\"peakMiB\":\(peakMemory() / 1_024)}")
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

    /// The most memory that this process held, in KiB.
    private func peakMemory() -> Int {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
