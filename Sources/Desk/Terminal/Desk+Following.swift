import Exchange
import Newsroom
import Store
import SyncProtocol

/// What keeps a desk in step with a hub while somebody sits there.
struct Following {
    let follower: Follower<HubClient>
    let task: Task<Void, Never>
}

extension Desk {
    /// Stays in step with the hubs from now on; what is here already is no news.
    package func beginFollowing() async {
        heard = await replica.newsroom.count
        await follow()
    }

    /// Stays in step with every hub that is known, from now on.
    ///
    /// Nothing is said of it but what others did, before the next prompt; a hub that is away is
    /// looked for now and then.
    func follow() async {
        guard replica.device != nil, let hubs = try? await replica.hubs() else { return }
        for (hub, following) in following where !hubs.contains(hub) {
            following.task.cancel()
            self.following[hub] = nil
        }
        for hub in hubs where following[hub] == nil { follow(hub) }
    }

    private func follow(_ hub: HubPlace) {
        guard let client = try? HubClient(hub) else { return }
        let follower = Follower(replica, over: client) { [weak self] standing in
            await self?.note(standing)
        }
        let task = Task { [weak self] in
            do {
                try await follower.run()
            } catch {
                await self?.note(error)
            }
        }
        following[hub] = Following(follower: follower, task: task)
    }

    /// Follows no more, and leaves all of the newsroom where the next start finds it at once.
    package func leave() async {
        for following in following.values { following.task.cancel() }
        following = [:]
        await replica.rest(isLeaving: true)
    }

    /// Sends on what the last line wrote, and follows a hub that it named.
    package func passOn() async {
        await follow()
        Task { [replica] in await replica.rest() }
        guard await replica.newsroom.count > heard else { return }
        for following in following.values { following.follower.changed() }
    }

    /// What others did since the last time, and what is wrong with the hub, as lines before a
    /// prompt; nothing while a text is typed.
    package func news() async -> String {
        guard composition == nil else { return "" }
        let notices = await notices(since: heard)
        heard = await replica.newsroom.count
        let wrong = unsaid.map { StyledText("  \($0)", .alarm) }
        unsaid = []
        return (wrong + notices.lines).map { page.ink.rendered($0) + "\n" }.joined()
    }

    private func note(_ standing: SyncStanding) {
        guard let complaint = standing.complaint, !unsaid.contains(complaint) else { return }
        unsaid.append(complaint)
    }

    private func note(_ error: any Error) { unsaid.append(Complaint(error).sentence) }
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
