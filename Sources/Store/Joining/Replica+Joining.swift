package import Foundation
import Ledger
import Newsroom
package import Signing
package import SyncProtocol

/// A replica of somebody who was invited: it waits to be let in.
package struct Joining: Sendable {
    /// The replica, with a key of its own.
    package let replica: Replica
    /// What goes to the admin, over the hub or as a file.
    package let request: JoinRequest
    /// Five words, to be read to the admin by phone.
    package let words: [String]
}

extension Replica {
    /// Makes a replica for somebody who was invited and asked a hub, or goes on with the one that
    /// was made before: whoever asks twice asks for the same device.
    ///
    /// - Throws: `StoreError.noInvite` where the code was not made for what the hub offers;
    ///   `.exists` where another newsroom is there, or a device that was let in; `SigningError`.
    package static func join(
        in project: URL,
        with secret: InviteSecret,
        to offer: InviteOffer,
        device label: String,
        surroundings: Surroundings
    ) async throws -> Joining {
        guard offer.isBound(by: secret) else { throw StoreError.noInvite }
        let folder = NewsroomFolder(in: project)
        if !FileManager.default.fileExists(atPath: folder.database.path) {
            let key = try SigningKey(seed: surroundings.random.bytes(32))
            try create(in: project, newsroom: offer.newsroom, key: key, surroundings)
        }
        let replica = try Replica(opening: project, surroundings: surroundings)
        let isWaiting = await replica.member == nil
        guard isWaiting, replica.id == offer.newsroom else {
            throw StoreError.exists(project.path)
        }
        return try await replica.joining(with: secret, as: offer.member, label)
    }

    /// Makes a replica out of a bundle, for somebody who was invited and has no hub.
    ///
    /// The bundle's newsroom must be the one that the code was made for.
    ///
    /// - Throws: `StoreError.noInvite`, `.exists`, `BundleError`, `SigningError`; then there is no
    ///   newsroom where there was none.
    package static func join(
        in project: URL,
        with code: InviteCode,
        reading bundle: BundleFile,
        device label: String,
        surroundings: Surroundings
    ) async throws -> Joining {
        let secret = try code.secret()
        let newsroom = try bundle.manifest().newsroom
        let key = try SigningKey(seed: surroundings.random.bytes(32))
        try create(in: project, newsroom: newsroom, key: key, surroundings)
        do {
            let replica = try Replica(opening: project, surroundings: surroundings)
            _ = try await replica.importBundle(from: bundle)
            let member = try await replica.member(invitedWith: secret)
            return try await replica.joining(with: secret, as: member, label)
        } catch {
            try? FileManager.default.removeItem(at: NewsroomFolder(in: project).url)
            throw error
        }
    }

    private func joining(
        with secret: InviteSecret,
        as member: MemberID,
        _ label: String
    ) throws -> Joining {
        guard let key, let inviteKey = Bytes32(secret.key.publicKey) else {
            throw StoreError.noDevice
        }
        let request = try JoinRequest(
            invite: secret,
            newsroom: id,
            member: member,
            device: key,
            label: label
        )
        let words = joiningWords(
            newsroom: id,
            member: member,
            device: request.device,
            inviteKey: inviteKey
        )
        return Joining(replica: self, request: request, words: words)
    }

    private func member(invitedWith secret: InviteSecret) throws -> MemberID {
        let (invite, member) = try invitation(secret.lookUpID)
        let pins = newsroom.view.pins.map(\.bytes)
        guard invite.act.bind.bytes == secret.bind(newsroom: id.bytes.bytes, pins: pins) else {
            throw StoreError.noInvite
        }
        return member.id
    }
}
