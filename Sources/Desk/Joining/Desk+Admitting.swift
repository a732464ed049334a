import Exchange
import Foundation
import Newsroom
import Store
import SyncProtocol

extension Desk {
    /// Shows who asks to join, at the hub or in a file.
    ///
    /// The words are not shown: they have to be heard from whoever asks, and typed.
    func requests(in file: URL?) async throws -> Answer {
        let asking = try await asking(in: file)
        guard !asking.isEmpty else { return Answer("nobody asks to join") }
        let lines = asking.flatMap { asking -> [StyledText] in
            let (name, label) = (asking.candidate.member.name, asking.candidate.label)
            let warning = "\(counted(asking.others, "other machine")) asked with this code too"
            return [StyledText(name, .strong) + StyledText(" asks to join with “\(label)”")]
                + (asking.others > 0 ? [StyledText(warning, .alarm)] : [])
        }
        let advice: StyledText =
            "call them, have five words read to you, and type those after `admit`"
        return Answer(
            lines + [advice],
            facts: [
                "asking": .array(
                    asking.map { asking in
                        .object([
                            "name": .string(asking.candidate.member.name),
                            "label": .string(asking.candidate.label),
                            "others": .number(asking.others),
                        ])
                    }
                )
            ]
        )
    }

    /// Lets in the machine whose five words were heard.
    func admit(whoSays words: [String], in file: URL?) async throws -> Answer {
        guard words.count == 5 else { throw DeskError.noRequest(words.count) }
        let asking = try await asking(in: file)
        guard let chosen = asking.first(where: { $0.candidate.words == words }) else {
            throw DeskError.noRequest(words.count)
        }
        try await replica.admit(chosen.request)
        let member = chosen.candidate.member
        let rights = await replica.newsroom.view.members[member.id]?.capabilities ?? []
        let may = rights.isEmpty ? "nothing" : rights.words
        let label = chosen.candidate.label
        var answer = Answer(
            StyledText("“\(label)” is a device of \(member.name) now, who may: \(may)"),
            facts: [
                "member": .string("\(member.id)"), "device": .string("\(chosen.request.device)"),
            ]
        )
        if file == nil { answer.lines += await told(of: chosen.request) }
        return answer.undone(instead: Self.deviceRemoval)
    }

    /// Carries an admission to the hub, which then forgets the request.
    private func told(of request: JoinRequest) async -> [StyledText] {
        do {
            let answer = try await sync(with: nil, pins: [])
            try await joiningCalls().settle(request, by: replica)
            return answer.lines
        } catch {
            return [StyledText("`sync` carries it to the hub later: \(Complaint(error).sentence)")]
        }
    }

    private func joiningCalls() async throws -> JoiningCalls {
        guard let hub = try await replica.hubs().first else { throw DeskError.noHub }
        return JoiningCalls(to: try HubClient(hub))
    }

    /// The requests that may be answered here; what was answered already is cleared away.
    private func asking(in file: URL?) async throws -> [Asking] {
        if let file {
            let request = try Self.request(in: file)
            return [Asking(request: request, candidate: try await replica.candidate(request))]
        }
        let calls = try await joiningCalls()
        var asking: [Asking] = []
        for join in try await calls.waiting(for: replica) {
            let candidate = try await replica.candidate(join.request)
            if candidate.isAdmitted {
                try await calls.settle(join.request, by: replica)
            } else {
                asking.append(
                    Asking(request: join.request, candidate: candidate, others: join.others)
                )
            }
        }
        return asking
    }

    private static func request(in file: URL) throws -> JoinRequest {
        guard let handle = try? FileHandle(forReadingFrom: file),
            let bytes = try? handle.read(upToCount: JoinRequest.limitBytes + 1)
        else { throw StoreError.noFile(file.path) }
        do {
            return try JoinRequest(parsing: Array(bytes))
        } catch {
            throw DeskError.noFile(file.lastPathComponent, reason: "it is no request to join")
        }
    }
}

/// Somebody who asks, and how often others asked with the same code.
private struct Asking {
    let request: JoinRequest
    let candidate: JoinCandidate
    var others = 0
}
