import Ledger
import Newsroom
import Signing

// The press works step by step, and each step is one entry. What comes next is read off the
// newsroom alone, so a press that stopped at any point goes on where it stopped: a receipt without
// its record gets the record, a list of keys that was written is not written again.

/// What the press does next.
enum PressStep {
    /// Appends to the list of keys what a proof needs.
    case extendKeys(lines: String)
    /// Answers a request, with the press's own reason where it refuses for one.
    case answer(Operation, PressRequest, PressRefusal?)
    /// Records what is public of a receipt that counts.
    case record(PublicEvent)
}

/// One look at the newsroom with the press's eyes.
struct PressView {
    let newsroom: Newsroom
    let history: PublicHistory
    let site: SiteAddress
    let pictures: PictureSource

    var view: View { newsroom.view }

    /// The next step at this time; nil where nothing is due.
    func nextStep(at now: Moment) -> PressStep? {
        if let open = history.unrecorded.first { return .record(open) }
        guard let request = requests(at: now).next else {
            let lines = missingKeys(for: readings)
            return lines.isEmpty || history.steps.isEmpty ? nil : .extendKeys(lines: lines)
        }
        let own = request.reasons.isEmpty && request.joins == nil ? refusal(of: request) : nil
        let reasons = own.map { [RefusalReason(code: $0.code)] } ?? []
        let answer = view.answer(to: request, at: time(at: now), refusing: reasons)
        guard answer.isPublic,
            let proof = ReceiptProof(of: request.act, request.operation, in: view)
        else { return .answer(answer, request, own) }
        let lines = missingKeys(for: proof.signers + readings)
        return lines.isEmpty ? .answer(answer, request, own) : .extendKeys(lines: lines)
    }

    /// What waits at this time for pictures that are not here.
    func waiting(at now: Moment) -> [Publication.Answer] {
        requests(at: now).waiting.compactMap { request, picture in
            request.release.map { .waits($0.act.slug, picture: picture) }
        }
    }

    /// The next request that needs nothing more, and those before it that wait for a picture: it is
    /// on its way, and whoever asked should not have to ask again.
    private func requests(
        at now: Moment
    ) -> (next: PressRequest?, waiting: [(PressRequest, Bytes32)]) {
        var waiting: [(PressRequest, Bytes32)] = []
        while let next = view.nextRequest(
            at: now,
            besides: Set(waiting.map(\.0.operation))
        ) {
            guard let picture = missingPicture(of: next) else { return (next, waiting) }
            waiting.append((next, picture))
        }
        return (nil, waiting)
    }

    private func missingPicture(of request: PressRequest) -> Bytes32? {
        guard request.reasons.isEmpty, request.joins == nil, let release = request.release else {
            return nil
        }
        return view.document(of: release.act.revision)
            .flatMap { pictures.missing(from: $0).first }
    }

    /// The press's own reason against a request; nil where it can be carried out.
    private func refusal(of request: PressRequest) -> PressRefusal? {
        guard let proof = ReceiptProof(of: request.act, request.operation, in: view) else {
            return nil
        }
        if let broken = proof.brokenSeal { return PressRefusal(.seal, "the seal of \(broken)") }
        guard let release = request.release,
            let document = view.document(of: release.act.revision)
        else { return nil }
        // The address is only measured here; the record is rendered with the real one.
        let url = "\(site.text)/0000/00/\(release.act.slug)/"
        return pressRefusal(of: document, slug: release.act.slug, in: context(url: url))
    }

    /// The lines that the list of keys lacks before a receipt with these signers.
    private func missingKeys(for signers: [ReceiptProof.Signer]) -> String {
        guard !signers.isEmpty else { return "" }
        var writer = KeyListWriter(history.keys, in: view, before: history.steps.count)
        writer.open(site: site.text)
        writer.addPress()
        for signer in signers {
            writer.addDevice(signer.device)
            guard let owner = view.owner(of: signer.device)?.id else { continue }
            writer.addRight(of: owner, to: signer.capability)
        }
        writer.addEnds()
        return writer.lines
    }

    /// Who read emergency releases back that are out.
    private var readings: [ReceiptProof.Signer] {
        history.steps.filter { $0.receipt.fields["emergency"] == "yes" }.flatMap { step in
            history.proof(of: step.receipt, in: view)?.signers.filter(\.isLater) ?? []
        }
    }

    /// The press's time: whole seconds, never before the last receipt's.
    private func time(at now: Moment) -> Moment {
        let cut = WrittenTime(now, offset: 0).moment
        return max(cut, view.publicEvents.last?.time ?? cut)
    }

    func context(url: String) -> BodyContext {
        let addresses = Dictionary(
            history.steps.map { ($0.receipt.slug, $0.receipt.url) },
            uniquingKeysWith: { _, newer in newer }
        )
        return BodyContext(
            site: site.text,
            url: url,
            address: { addresses[$0.description] },
            pictures: pictures
        )
    }
}

extension Operation {
    /// Whether it is a receipt with a number.
    fileprivate var isPublic: Bool {
        switch self {
        case .issueReceipt, .changeStatus: true
        default: false
        }
    }
}
