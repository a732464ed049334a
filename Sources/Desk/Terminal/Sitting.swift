package import Foundation

/// A person, or a script, at the desk until one of them leaves.
package struct Sitting {
    private let desk: Desk
    private let output: FileHandle
    private let complaints: FileHandle
    private let isEchoing: Bool

    /// Begins; answers go to `output`, complaints to `complaints`; with `isEchoing` the lines of
    /// a script stand before their answers.
    package init(
        at desk: Desk,
        isEchoing: Bool = false,
        output: FileHandle = .standardOutput,
        complaints: FileHandle = .standardError
    ) {
        self.desk = desk
        self.isEchoing = isEchoing
        self.output = output
        self.complaints = complaints
    }

    /// Obeys lines up to the last, or up to the first that fails unless `keepsGoing`.
    ///
    /// - Returns: the exit code: that of the first line that failed, or 0.
    /// - Throws: what `next` throws.
    package func obey(keepsGoing: Bool, next: () throws -> String?) async throws -> Int32 {
        var exitCode: Int32 = 0
        while let line = try next() {
            if isEchoing {
                let shown = await desk.isAskingSecret ? "(not shown)" : line
                output.write(Data("> \(shown)\n".utf8))
            }
            let reply = await desk.reply(to: line)
            say(reply)
            if exitCode == 0 { exitCode = reply.exitCode }
            if reply.isFarewell || (reply.exitCode != 0 && !keepsGoing) { break }
        }
        return exitCode
    }

    /// Talks with a person at a terminal; before each answer `page` says how wide the window is.
    package func talk(through editor: LineEditor, on page: () -> Page) async {
        output.write(Data(await desk.greeting().utf8))
        await desk.beginFollowing()
        while true {
            output.write(Data(await desk.news().utf8))
            let isText = await desk.isComposing
            let prompt = await desk.prompt()
            let completer = await desk.completer()
            let typed = editor.line(prompt: prompt, completer: completer, isKept: !isText)
            await desk.turn(to: page())
            switch typed {
            case .end:
                output.write(Data("\n".utf8))
                return await desk.leave()
            case .cancelled: await desk.abandonComposition()
            case .pasted(let text): say(await desk.take(pasted: text))
            case .text(let line):
                let reply = await desk.reply(to: line)
                say(reply)
                if reply.isFarewell { return await desk.leave() }
                await desk.passOn()
            }
        }
    }

    private func say(_ reply: Reply) {
        output.write(Data(reply.output.utf8))
        complaints.write(Data(reply.complaint.utf8))
    }
}
