import Desk
import TestSupport
import Testing

struct `A line` {
    private func reply(_ line: String) async throws -> Reply {
        await Desk(try await Room().ana, page: Page()).reply(to: line)
    }

    @Test(arguments: ["", "   ", "# a comment", "\t"])
    func `that says nothing is obeyed in silence`(line: String) async throws {
        let reply = try await reply(line)
        #expect(reply.output.isEmpty && reply.complaint.isEmpty && reply.exitCode == 0)
    }

    @Test func `keeps what stands in quotes, whatever the quotes are`() async throws {
        let desk = Desk(try await Room().ana, page: Page())
        _ = await desk.reply(to: "new ferry")
        for (typed, kept) in [
            (#"append "two  spaces""#, "two  spaces"), ("append “curly”", "curly"),
            (#"append "a \"quote\" inside""#, #"a "quote" inside"#),
            ("append don't worry", "don't worry"), ("append '--json'", "--json"),
        ] {
            let reply = await desk.reply(to: typed)
            #expect(reply.output.contains("{+\(kept)+}"), "\(typed) gave \(reply.output)")
        }
    }

    @Test func `may abbreviate a verb that nothing else begins like`() async throws {
        let desk = Desk(try await Room().ana, page: Page())
        #expect(await desk.reply(to: "mem").exitCode == 0)
        #expect(await desk.reply(to: "s").exitCode == 64)
    }

    @Test func `never moves the cursor of who reads another's text`() async throws {
        let desk = Desk(try await Room().ana, page: Page(ink: .ansi))
        _ = await desk.reply(to: "new ferry")
        let reply = await desk.reply(to: "set headline \"red \u{1B}[2Jalert \u{202E}abc\"")
        #expect(!reply.output.contains("\u{1B}[2J"))
        #expect(!reply.output.contains("\u{202E}"))
    }
}

struct `Help` {
    @Test func `fits a page of 80 columns`() async throws {
        let help = await Desk(try await Room().ana, page: Page(width: 80)).reply(to: "help")
        #expect(!help.output.contains("…"))
        #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func `has an example for every verb that the verb itself understands`() async throws {
        let desk = Desk(try await Room().ana, page: Page(isJSON: true))
        let overview = await desk.reply(to: "help").output
        let names = overview.matches(of: /"([a-z]+)"[,\]]/).map { String($0.1) }
        #expect(names.count > 30)
        for name in names {
            let help = await desk.reply(to: "help \(name)")
            #expect(help.output.contains("\"example\":\"\(name)"), "\(name): \(help.output)")
        }
    }
}
