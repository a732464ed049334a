import Ledger
import Newsroom

// A whole site: the log is read from its first receipt to its last, each in the chain and signed by
// the press of its time; the tree that they make is the one whose root the press signed, and the
// tiles hold it; each receipt has its proof beside its story, and each page that shows a story's
// body shows that of the story's newest proof. What is there besides is named.

/// What was found in a whole site.
package struct SiteFinding: Sendable {
    /// How many receipts the log holds.
    package internal(set) var receipts = 0
    /// How many proofs hold.
    package internal(set) var proofs = 0
    /// How many stories are out.
    package internal(set) var stories = 0
    /// How many pages show the body of their proof.
    package internal(set) var pages = 0
    /// What does not hold, in the order in which it was found; at most a hundred.
    package internal(set) var complaints: [String] = []
}

extension SiteReading {
    /// Checks everything that the site says of itself.
    ///
    /// - Throws: `CheckRefusal` where the log's head cannot be believed; all else is in the finding.
    package func wholeSite() async throws(CheckRefusal) -> SiteFinding {
        let log = try await log()
        guard log.size <= CheckLimits.log else {
            throw CheckRefusal("a log of \(log.size) receipts is too large to be read whole")
        }
        var check = SiteCheck(self, log)
        await check.readLog()
        await check.readProofs()
        await check.readOthers()
        return check.finding
    }
}

/// A whole site while it is checked.
private struct SiteCheck {
    private let site: SiteReading
    private let log: LogCheck
    private(set) var finding = SiteFinding()
    /// The receipts by number; nil where the law took the text.
    private var texts: [[UInt8]?] = []
    /// The newest address of each story, with the number of its newest receipt.
    private var newest: [String: (folder: String, number: Int)] = [:]
    /// The story of each receipt.
    private var stories: [String] = []

    init(_ site: SiteReading, _ log: LogCheck) {
        self.site = site
        self.log = log
    }

    private mutating func note(_ refusal: CheckRefusal, in place: String) {
        guard finding.complaints.count < CheckLimits.complaints else { return }
        finding.complaints.append("\(place): \(refusal)")
    }
}

/// The log.
extension SiteCheck {
    mutating func readLog() async {
        var tree = ReceiptTree()
        for block in 0..<((log.size + 255) / 256) {
            let path = "\(wellKnown)/log/receipts/\(padded(block, to: 6)).txt"
            do throws(CheckRefusal) {
                let bytes = try await site.files.need(path, limit: CheckLimits.receipts)
                for logged in try LoggedReceipt.all(in: bytes, called: path) {
                    take(logged, after: tree)
                    tree.append(leaf: logged.leaf)
                }
            } catch { note(error, in: "log") }
        }
        finding.receipts = tree.count
        do throws(CheckRefusal) {
            try log.expectRoot(tree.root)
            try await expectTiles(of: tree)
        } catch { note(error, in: "log") }
    }

    private mutating func take(_ logged: LoggedReceipt, after tree: ReceiptTree) {
        texts.append(logged.text)
        do throws(CheckRefusal) {
            guard let text = logged.text else { return stories.append("") }
            let head = try ReceiptCheck(text, seal: logged.seal, keys: site.keys)
            try expectNext(head, after: tree)
            let story = try head.receipt.value("story")
            let url = try head.receipt.value("url")
            let folder = url.split(separator: "/").dropFirst(2).joined(separator: "/") + "/"
            stories.append(story)
            newest[story] = (folder, head.number)
        } catch {
            stories.append("")
            note(error, in: "receipt \(texts.count - 1)")
        }
    }

    private func expectNext(
        _ head: ReceiptCheck,
        after tree: ReceiptTree
    ) throws(CheckRefusal) {
        guard head.number == tree.count else {
            throw CheckRefusal("it has the number \(head.number)")
        }
        guard try head.receipt.value("log") == "\(tree.count) \(tree.root.bytes.base64)" else {
            throw CheckRefusal("it names another log before it")
        }
        let before = texts.count > 1 ? texts[texts.count - 2] : []
        guard let before else { return }
        let previous = tree.count == 0 ? Bytes32.zero : digest(before)
        guard try head.receipt.value("previous") == previous.description else {
            throw CheckRefusal("it does not continue the receipt before it")
        }
    }

    private func expectTiles(of tree: ReceiptTree) async throws(CheckRefusal) {
        for (level, place) in tree.tilePlaces {
            let path = "\(wellKnown)/log/tiles/\(level)/\(padded(place, to: 6))"
            let tile = try await site.files.need(path, limit: CheckLimits.tile)
            guard tile == tree.tile(level: level, place: place) else {
                throw CheckRefusal("\(path) does not fit the receipts")
            }
        }
    }
}

/// The proofs and the pages.
extension SiteCheck {
    mutating func readProofs() async {
        finding.stories = newest.count
        for (number, story) in stories.enumerated() {
            guard let text = texts[number], let place = newest[story] else { continue }
            let path = "\(place.folder)proof/\(number).tar"
            do throws(CheckRefusal) {
                let archive = try await site.files.need(path, limit: CheckLimits.proof)
                let members = try Tar.files(in: archive, called: path)
                guard members["receipt.txt"] == text else {
                    throw CheckRefusal("its receipt is not the one in the log")
                }
                let found = try ProofCheck.finding(in: members, keys: site.keys)
                finding.proofs += 1
                guard number == place.number, found.status == "live" else { continue }
                try await site.expectPage(of: found, in: place.folder, path)
                finding.pages += 1
            } catch { note(error, in: path) }
        }
    }

    /// Nothing lies where stories and proofs lie that the log does not know.
    mutating func readOthers() async {
        let known = Set(newest.values.map { "\($0.folder)index.html" })
        let proofs = Set(
            stories.enumerated().compactMap { number, story in
                newest[story].map { "\($0.folder)proof/\(number).tar" }
            }
        )
        do throws(CheckRefusal) {
            for path in try site.files.paths() ?? [] {
                if path.hasSuffix(".tar"), path.contains("/proof/"), !proofs.contains(path) {
                    note(CheckRefusal("no receipt in the log has this proof"), in: path)
                } else if path.hasSuffix(".html"), !known.contains(path) {
                    try await expectNoStory(path)
                }
            }
        } catch { note(error, in: "site") }
    }

    private mutating func expectNoStory(_ path: String) async throws(CheckRefusal) {
        let page = try await site.files.need(path, limit: CheckLimits.page)
        guard PageCheck(page).isStory else { return }
        note(CheckRefusal("no proof in the log has the body of this page"), in: path)
    }
}
