import ArgumentParser
import Foundation
import Newsroom
import Press
import PressSupport

/// Builds a site of invented articles, to be timed beside other builders; `tools/bench press` does.
struct PressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "press",
        abstract: "Build a site of invented articles, then correct some; JSON lines out."
    )

    @Option(help: "The folder `neutral` that generate_articles.py wrote.")
    var articles: String

    @Option(help: "compare: what common builders make too; everything: all files.")
    var profile = Profile.everything

    @Option(help: "The folder of the site; otherwise one that goes again.")
    var out: String?

    @Option(help: "Publish each article so many times, under addresses of its own.")
    var times = 1

    @Option(help: "Correct so many stories afterwards, one after the other.")
    var corrections = 0

    enum Profile: String, ExpressibleByArgument { case compare, everything }

    func run() async throws {
        let folder =
            out.map { URL(filePath: $0, directoryHint: .isDirectory) }
            ?? FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { if out == nil { try? FileManager.default.removeItem(at: folder) } }
        var site = InventedSite(try Articles(in: URL(filePath: articles)), times: times)
        let reading = try ContinuousClock().measure { try site.publishAll() }
        report("read articles, render bodies", ["ms": reading.milliseconds])
        var keeper = SiteKeeper(site.takePublic(), in: folder)
        var changes = SiteKeeper.Changes()
        let building = try ContinuousClock().measure {
            changes = try keeper.writeAll(
                asOf: site.now,
                profile == .compare ? .compare : .everything
            )
        }
        report(
            "full build",
            [
                "stories": Double(keeper.site.stories.count), "ms": building.milliseconds,
                "files": Double(changes.written), "bytes": Double(changes.bytes),
                "peak_mib": PeakMemory.mebibytes,
            ]
        )
        if corrections > 0 { try correct(&site, in: &keeper) }
    }

    /// Corrects stories all over the archive: from receipt to last rename.
    private func correct(_ site: inout InventedSite, in keeper: inout SiteKeeper) throws {
        var took: [Double] = []
        var (files, bytes) = ([Double](), [Double]())
        for number in 0..<corrections {
            let (receipt, document) = try site.correct(share: Double(number) / Double(corrections))
            var changes = SiteKeeper.Changes()
            let time = try ContinuousClock().measure {
                changes = try keeper.take(
                    receipt,
                    document: document,
                    keys: PublicKeys(),
                    asOf: site.now
                )
            }
            took.append(time.milliseconds)
            files.append(Double(changes.written))
            bytes.append(Double(changes.bytes))
        }
        report(
            "one correction",
            [
                "stories": Double(keeper.site.stories.count), "count": Double(corrections),
                "ms": median(took), "p95_ms": took.sorted()[took.count * 95 / 100],
                "files": median(files), "files_max": files.max() ?? 0, "bytes": median(bytes),
            ]
        )
    }

    private func report(_ name: String, _ figures: [String: Double]) {
        let members = figures.sorted { $0.key < $1.key }.map { name, value in
            "\"\(name)\":\(value.rounded() == value ? "\(Int(value))" : String(format: "%.2f", value))"
        }
        print("{\"name\":\"\(name)\",\(members.joined(separator: ","))}")
    }
}

private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

extension Duration {
    fileprivate var milliseconds: Double {
        Double(components.seconds) * 1_000 + Double(components.attoseconds) / 1e15
    }
}
