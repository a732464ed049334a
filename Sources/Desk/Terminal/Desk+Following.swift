import Exchange
import Newsroom
import Store
import SyncProtocol

/// What keeps a desk in step with its hub while somebody sits there.
struct Following {
    let follower: Follower<HubClient>
    let task: Task<Void, Never>
}

extension Desk {
    /// Stays in step with the hub from now on, if there is one.
    ///
    /// Nothing is said of it but what others did, before the next prompt; a hub that is away is
    /// looked for now and then.
    package func follow() async {
        heard = await replica.newsroom.count
        guard following == nil, replica.device != nil,
            let url = try? await replica.hubAddress(), let client = try? HubClient(url: url)
        else { return }
        let follower = Follower(replica, over: client) { [weak self] standing in
            await self?.note(standing)
        }
        let task = Task { [weak self] in
            do {
                try await follower.run()
            } catch {
                await self?.leave()
            }
        }
        following = Following(follower: follower, task: task)
    }

    /// Follows no more.
    package func leave() {
        following?.task.cancel()
        following = nil
    }

    /// Sends on what the last line wrote, and follows the hub that it named, if it named the first.
    package func passOn() async {
        if following == nil { await follow() }
        guard await replica.newsroom.count > heard else { return }
        following?.follower.changed()
    }

    /// What others did since the last time, and what is wrong with the hub, as lines before a
    /// prompt; nothing while a text is typed.
    package func news() async -> String {
        guard composition == nil else { return "" }
        let notices = await notices(since: heard)
        heard = await replica.newsroom.count
        let wrong = standing.flatMap(\.complaint).map { [StyledText("  \($0)", .alarm)] } ?? []
        standing = nil
        return (wrong + notices.lines).map { page.ink.rendered($0) + "\n" }.joined()
    }

    private func note(_ standing: SyncStanding) { self.standing = standing }
}

extension SyncStanding {
    /// What people should know of it; nil where all is well, or only takes time.
    fileprivate var complaint: String? {
        switch self {
        case .synced, .behind: nil
        case .hubDiffers: "the hub shows other entries than it gives"
        case .hubStalls: "the hub goes on answering and brings nothing"
        case .refused(let error): "the hub refuses: \(error.sentence)"
        }
    }
}
