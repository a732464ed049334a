import Ledger
package import Newsroom
import Store

extension Publication {
    /// What the press answered to a request.
    package enum Answer: Hashable, Sendable {
        /// The story is public under `url`, as version `version`, by receipt number `receipt`.
        case issued(Slug, url: String, version: Int, receipt: Int)
        /// What is public changed: withheld, restored, withdrawn, removed, a correction dropped.
        case changed(Slug, PublicChange, url: String, receipt: Int)
        /// It is not: the reasons, and the press's own sentence where it was one of its checks.
        case refused(Slug, reasons: [RefusalReason], check: PressRefusal?)
        /// It is not yet: a picture of it is not here.
        case waits(Slug, picture: Bytes32)
    }
}

/// The press at work on its replica: one step after the other until nothing is due.
struct Pressing {
    let replica: Replica
    let site: SiteAddress
    let zone: PressZone
    let pictures: PictureSource
    /// The public history as it was seen last, so that no record is judged twice.
    private(set) var history: PublicHistory?

    init(
        replica: Replica,
        site: SiteAddress,
        zone: PressZone,
        pictures: PictureSource
    ) {
        self.replica = replica
        self.site = site
        self.zone = zone
        self.pictures = pictures
    }

    /// Answers every request that is due.
    ///
    /// - Throws: `PressError`, `StoreError`; what was answered before stays answered.
    mutating func answerAll() async throws -> [Publication.Answer] {
        var answers: [Publication.Answer] = []
        while true {
            let look = try await look()
            let now = await replica.now
            guard let step = look.nextStep(at: now) else { return answers + look.waiting(at: now) }
            do {
                if let answer = try await take(step, look) { answers.append(answer) }
            } catch is EntriesArrived {
                continue
            }
        }
    }

    private mutating func look() async throws(PressError) -> PressView {
        let newsroom = await replica.newsroom
        let history = try PublicHistory(of: newsroom, after: history)
        self.history = history
        return PressView(
            newsroom: newsroom,
            history: history,
            site: site,
            pictures: pictures
        )
    }

    private func take(_ step: PressStep, _ look: PressView) async throws -> Publication.Answer? {
        switch step {
        case .extendKeys(let lines):
            let whole = look.history.keys.text + lines
            let record = KeysRecord(lines: lines, seal: try await seal(Array(whole.utf8)))
            try await commit(.recordKeys(record), look)
            return nil
        case .answer(let operation, let request, let own):
            try await commit(operation, look)
            guard case .refuseReceipt(let refusal) = operation else { return nil }
            let name = look.view.stories[request.story]?.name ?? request.story.short
            guard let slug = Slug(name) else { return nil }
            return .refused(slug, reasons: refusal.reasons, check: own)
        case .record(let event): return try await record(event, look)
        }
    }

    /// Commits a step, unless the newsroom is not any more what the step was read off.
    private func commit(_ operation: Operation, _ look: PressView) async throws {
        let heads = look.newsroom.heads
        try await replica.commit { newsroom, _ in
            guard newsroom.heads == heads else { throw EntriesArrived() }
            return [operation]
        }
    }

    /// Writes down what is public of a receipt: its text, body, and the seals over it.
    private func record(
        _ event: PublicEvent,
        _ look: PressView
    ) async throws -> Publication.Answer? {
        let offset = zone.offset(at: event.time)
        guard let device = replica.device,
            let written = try look.record(of: event, press: device, offset: offset),
            let receipt = Receipt(
                text: written.text,
                seal: try await seal(written.text),
                checkpointSeal: try await checkpointSeal(after: written.text, look),
                body: written.body.bytes
            )
        else { throw PressError.badRecord(number: event.number) }
        let record = ReceiptRecord(
            story: receipt.story,
            receipt: event.operation,
            text: receipt.text,
            seal: receipt.seal,
            checkpointSeal: receipt.checkpointSeal,
            body: receipt.body.bytes
        )
        try await commit(.recordReceipt(record), look)
        guard let slug = Slug(receipt.slug) else { return nil }
        let place = (url: receipt.url, version: receipt.version, receipt: receipt.number)
        if let change = event.change {
            return .changed(slug, change.change, url: place.url, receipt: place.receipt)
        }
        return .issued(slug, url: place.url, version: place.version, receipt: place.receipt)
    }

    private func checkpointSeal(after text: [UInt8], _ look: PressView) async throws -> Seal {
        var tree = look.history.tree
        tree.append(text)
        return try await seal(Array(Checkpoint(host: site.host, of: tree).text.utf8))
    }

    private func seal(_ text: [UInt8]) async throws -> Seal {
        guard let seal = Seal(try await replica.sign(text)) else {
            preconditionFailure("an Ed25519 signature has 64 bytes")
        }
        return seal
    }
}

/// Entries arrived while the press was thinking; it looks again.
private struct EntriesArrived: Error {}
