package import Newsroom
import Signing

// One fixed profile of RFC 9421, HTTP Message Signatures (ledger.md 8.1): no negotiation and no
// general parser. Host and scheme are left out, since proxies rewrite them; the tag names the hub,
// which stops a relay to another one.

/// What a signature covers of a request.
package struct SignedRequest: Sendable {
    /// The method, "POST".
    package let method: String
    /// The path, "/v1/…".
    package let path: String
    /// What stands after the question mark; empty without one.
    package let query: String
    /// SHA-256 of the body.
    let bodyDigest: [UInt8]
    /// The newsroom that is spoken of.
    package let newsroom: NewsroomID

    /// Takes the parts of a request.
    package init(
        method: String,
        path: String,
        query: String = "",
        body: [UInt8],
        newsroom: NewsroomID
    ) {
        self.method = method
        self.path = path
        self.query = query
        bodyDigest = sha256(body)
        self.newsroom = newsroom
    }

    /// The value of Content-Digest (RFC 9530).
    package var contentDigest: String { "sha-256=:\(Base64.encode(bodyDigest)):" }

    /// The six lines that are signed.
    package func base(_ parameters: String) -> [UInt8] {
        Array(
            """
            "@method": \(method)
            "@path": \(path)
            "@query": ?\(query)
            "content-digest": \(contentDigest)
            "stet-newsroom": \(newsroom)
            "@signature-params": \(parameters)
            """.utf8
        )
    }
}

/// Who signed a request, when and for which hub.
package struct SignatureParameters: Hashable, Sendable {
    /// Seconds since 1970.
    package let created: Int64
    /// 16 random bytes, as text.
    package let nonce: String
    /// The device.
    package let key: DeviceKey
    /// The hub, as 32 hexadecimal digits.
    package let hub: String

    /// Takes the parameters of a new signature.
    package init(created: Int64, nonce: String, key: DeviceKey, hub: String) {
        self.created = created
        self.nonce = nonce
        self.key = key
        self.hub = hub
    }

    private static let covered =
        "(\"@method\" \"@path\" \"@query\" \"content-digest\" \"stet-newsroom\")"

    /// The value of Signature-Input after `stet=`.
    package var text: String {
        "\(Self.covered);created=\(created);nonce=\"\(nonce)\";keyid=\"\(key)\";alg=\"ed25519\";"
            + "tag=\"stet1:\(hub)\""
    }

    /// Reads exactly what `text` writes.
    ///
    /// - Throws: `SyncError.signature`.
    package init(parsing text: some StringProtocol) throws(SyncError) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false)
        guard parts.count == 6, let created = Int64(parts[1].dropFirst("created=".count)),
            let nonce = Self.quoted(parts[2], after: "nonce="), nonce.utf8.count == 22,
            let key = Self.quoted(parts[3], after: "keyid=").flatMap({ DeviceKey(hex: $0) }),
            let tag = Self.quoted(parts[5], after: "tag="), tag.hasPrefix("stet1:")
        else { throw .signature }
        self.init(created: created, nonce: nonce, key: key, hub: String(tag.dropFirst(6)))
        guard self.text.utf8.elementsEqual(text.utf8) else { throw .signature }
    }

    private static func quoted(_ part: some StringProtocol, after name: String) -> String? {
        guard part.hasPrefix(name + "\""), part.hasSuffix("\"") else { return nil }
        return String(part.dropFirst(name.utf8.count + 1).dropLast())
    }
}

extension SignatureParameters {
    /// Checks a request's signature, hub and clock.
    ///
    /// - Throws: `SyncError.wrongHub`, `.signature` or `.clock`.
    package func check(
        _ signature: String,
        of request: SignedRequest,
        hub: String,
        now: Int64
    ) throws(SyncError) {
        guard self.hub == hub else { throw .wrongHub }
        guard signature.hasPrefix("stet=:"), signature.hasSuffix(":"),
            let bytes = Base64.decode(signature.dropFirst(6).dropLast()),
            isSignature(bytes, of: request.base(text), by: key.bytes.bytes)
        else { throw .signature }
        // Any number may stand there, signed by anybody: nothing is reckoned with it.
        guard (now - 300...now + 300).contains(created) else { throw .clock }
    }
}
