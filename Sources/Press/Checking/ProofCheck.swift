import Ledger
import Newsroom

/// The proof of one receipt as a stranger checks it (publishing.md 5.5): the same as
/// `verify_proof.sh`, which the site offers, in the same order and nearly the same words.
struct ProofCheck {
    let files: [String: [UInt8]]
    let keys: KeyChain
    let head: ReceiptCheck

    var receipt: SignedText { head.receipt }

    /// What the files of a proof show.
    ///
    /// - Throws: `CheckRefusal` where anything does not hold.
    static func finding(
        in files: [String: [UInt8]],
        keys: KeyChain
    ) throws(CheckRefusal) -> ProofFinding {
        guard let text = files["receipt.txt"] else { throw CheckRefusal("receipt.txt is missing") }
        let head = try ReceiptCheck(text, seal: files["receipt.sig"], keys: keys)
        return try ProofCheck(files: files, keys: keys, head: head).finding()
    }

    private func finding() throws(CheckRefusal) -> ProofFinding {
        var finding = try ProofFinding(of: receipt)
        finding.gone = try gone()
        try expectNoOthers()
        switch finding.action {
        case "issued": try release(&finding)
        case "withheld", "withdrawn", "removed", "restored": try action(&finding)
        case "dropped": try drop(&finding)
        default: throw CheckRefusal("unknown action \(finding.action)")
        }
        finding.doubt = keys.doubt(of: head.number)
        return finding
    }

    /// The document and the body where they are not offered any more; everything else that the
    /// receipt lists is here, as it lists it.
    private func gone() throws(CheckRefusal) -> [String] {
        var gone: [String] = []
        for (name, sum) in head.sums.sorted(by: { $0.key < $1.key }) {
            guard let bytes = files[name] else {
                guard ["document.txt", "body.html"].contains(name) else {
                    throw CheckRefusal("\(name) is missing")
                }
                gone.append(name)
                continue
            }
            guard digest(bytes).description == sum else {
                throw CheckRefusal("\(name) is not what the receipt lists")
            }
        }
        return gone
    }

    /// Nothing is here that the receipt does not list, but signatures and a later reading.
    private func expectNoOthers() throws(CheckRefusal) {
        for name in files.keys.sorted() {
            switch name {
            case "receipt.txt", "receipt.sig", "read.txt": continue
            case _ where name.hasSuffix(".sig"):
                guard files["\(name.dropLast(4)).txt"] != nil else {
                    throw CheckRefusal("\(name) without its text")
                }
            default:
                guard head.sums[name] != nil else {
                    throw CheckRefusal("\(name) is not in the receipt")
                }
            }
        }
    }
}

extension ProofCheck {
    /// A text of the proof.
    func text(_ name: String, type: String) throws(CheckRefusal) -> SignedText {
        guard let bytes = files[name] else { throw CheckRefusal("\(name) is missing") }
        return try SignedText(name, bytes, type: type)
    }

    /// The member who signed a text, having a right at a place.
    func author(
        of text: SignedText,
        having capability: String,
        at place: Int
    ) throws(CheckRefusal) -> String {
        let key = try text.value("by")
        let seal = files["\(text.name.dropLast(4)).sig"]
        try keys.statements.expectSignature(seal, of: text.bytes, called: text.name, by: key)
        let member = try keys.owner(of: key, having: capability, at: place)
        guard try text.value("member") == member else {
            throw CheckRefusal("\(text.name) names another member than its key's owner")
        }
        return member
    }

    /// The receipt lists the document and body of its content.
    func expectContentListed() throws(CheckRefusal) {
        guard try head.sums["document.txt"] == receipt.value("content") else {
            throw CheckRefusal("the receipt lists another document than it released")
        }
        guard head.sums["body.html"] != nil else { throw CheckRefusal("no body in the receipt") }
    }

    /// Checks that another member agreed to exactly this request.
    func second(
        of request: SignedText,
        by requester: String
    ) throws(CheckRefusal) -> String {
        let second = try text("second.txt", type: "stet-second/1")
        try second.expectSame("newsroom", as: receipt)
        guard try second.value("request") == digest(request.bytes).description else {
            throw CheckRefusal("the second approval is for something else")
        }
        let member = try author(of: second, having: "publish", at: head.place)
        guard member != requester else {
            throw CheckRefusal("both approvals are by one member")
        }
        return member
    }
}
