import Ledger
import Newsroom
import Signing

// The press works step by step, and each step is one entry. What comes next is read off the
// newsroom alone, so a press that stopped at any point goes on where it stopped: a receipt without
// its record gets the record, a list of keys that was written is not written again.

/// What the press does next.
enum PressStep {
    /// Appends to the list of keys what the next receipt needs.
    case extendKeys(lines: String)
    /// Publishes.
    case issue(ReceiptIssue)
    /// Refuses, with the press's own reason where it was one.
    case refuse(ReceiptRefusal, slug: Slug, PressRefusal?)
    /// Records what is public of a receipt that counts.
    case record(PublicReceipt)
}

/// One look at the newsroom with the press's eyes.
struct PressView {
    let newsroom: Newsroom
    let history: PublicHistory
    let site: SiteAddress
    let pictures: @Sendable (Bytes32) -> Picture?

    private var view: View { newsroom.view }

    /// The next step at this time; nil where nothing is due.
    func nextStep(at now: Moment) throws(PressError) -> PressStep? {
        if let open = history.unrecorded.first { return .record(open) }
        guard let request = view.nextRequest(at: now), let release = request.release else {
            return nil
        }
        if let refusal = refusal(of: request, release, at: now) { return refusal }
        let lines = missingKeys(for: proof(of: release))
        if !lines.isEmpty { return .extendKeys(lines: lines) }
        return .issue(issue(of: release, at: now))
    }

    private func refusal(
        of request: PressRequest,
        _ release: Release,
        at now: Moment
    ) -> PressStep? {
        let act = release.act
        func refuse(_ reasons: [RefusalReason], _ own: PressRefusal?) -> PressStep {
            let answer = ReceiptRefusal(
                story: act.story,
                request: request.operation,
                reasons: Array(reasons.prefix(32)),
                time: time(at: now)
            )
            return .refuse(answer, slug: act.slug, own)
        }
        guard request.reasons.isEmpty else { return refuse(request.reasons, nil) }
        do {
            try checkSeals(of: release)
            guard let document = view.document(of: act.revision) else { return nil }
            _ = try checkedBody(of: document, slug: act.slug, in: context(of: act, at: now))
            return nil
        } catch {
            return refuse([RefusalReason(code: error.code)], error)
        }
    }

    /// A seal that does not verify makes its act useless to readers, whatever the fold says.
    private func checkSeals(of release: Release) throws(PressRefusal) {
        for clearance in view.clearances(of: release.act) {
            guard isSealed(clearance.statement, by: clearance.act.seal) else {
                let name = view.members[clearance.member]?.name ?? clearance.member.short
                throw PressRefusal(
                    .seal,
                    "the seal of \(name)'s \(clearance.act.gate) clearance is broken"
                )
            }
        }
        guard isSealed(release.statement, by: release.act.seal) else {
            throw PressRefusal(.seal, "the seal of the release is broken")
        }
    }

    private func isSealed(_ statement: Statement, by seal: Seal) -> Bool {
        guard let key = statement.sealer else { return false }
        return isSignature(seal.bytes, of: statement.bytes, by: key.bytes.bytes)
    }

    /// The lines that the list of keys lacks before a receipt with this proof.
    private func missingKeys(for proof: ReceiptProof) -> String {
        var writer = KeyListWriter(history.keys, in: view, before: history.steps.count)
        writer.open(site: site.text)
        writer.addPress()
        for signer in proof.signers {
            writer.addDevice(signer.device)
            guard let owner = view.owner(of: signer.device)?.id else { continue }
            writer.addRight(of: owner, to: signer.capability)
        }
        writer.addEnds()
        return writer.lines
    }

    private func issue(of release: Release, at now: Moment) -> ReceiptIssue {
        let act = release.act
        let last = view.publicHistory.last
        return ReceiptIssue(
            story: act.story,
            number: last.map { $0.number + 1 } ?? 0,
            previous: last?.operation,
            request: release.rank.operation,
            draft: act.draft,
            revision: act.revision,
            hash: act.hash,
            replaces: act.replaces,
            slug: act.slug,
            version: 1 + (view.stories[act.story]?.live?.issue.version ?? 0),
            time: time(at: now)
        )
    }

    /// The press's time: whole seconds, never before the last receipt's.
    private func time(at now: Moment) -> Moment {
        let cut = WrittenTime(now, offset: 0).moment
        return max(cut, view.publicHistory.last?.issue.time ?? cut)
    }

    func proof(of release: Release) -> ReceiptProof { ReceiptProof(of: release, in: view) }

    /// What the body of a release is rendered in.
    private func context(of act: ReleaseRequest, at now: Moment) -> BodyContext {
        // The address is only measured here; the record is rendered with the real one.
        context(url: "\(site.text)/0000/00/\(act.slug)/")
    }

    func context(url: String) -> BodyContext {
        let addresses = addresses
        return BodyContext(
            site: site.text,
            url: url,
            address: { addresses[$0.description] },
            picture: pictures
        )
    }

    /// Where the stories that are public are now.
    private var addresses: [String: String] {
        Dictionary(
            history.steps.map { ($0.receipt.slug, $0.receipt.url) },
            uniquingKeysWith: { _, newer in newer }
        )
    }
}
