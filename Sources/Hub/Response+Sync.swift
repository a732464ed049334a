import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import SyncProtocol

// The one place where the hub's answers become HTTP.

extension HTTPField.Name {
    /// The hub's clock in milliseconds, so that a client with a wrong clock can go on.
    static let stetTime = HTTPField.Name(validated: "Stet-Time")
    static let stetNewsroom = HTTPField.Name(validated: "Stet-Newsroom")
    static let contentDigest = HTTPField.Name(validated: "Content-Digest")
    static let signatureInput = HTTPField.Name(validated: "Signature-Input")
    static let signature = HTTPField.Name(validated: "Signature")

    private init(validated name: String) {
        guard let name = HTTPField.Name(name) else {
            preconditionFailure("\(name) is a valid field name")
        }
        self = name
    }
}

extension Response {
    static func json(_ body: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "application/json", .cacheControl: "no-store, no-transform"],
            body: .init(byteBuffer: ByteBuffer(bytes: body))
        )
    }

    static func sync(_ body: [UInt8], time: Int64) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/vnd.stet.sync", .stetTime: "\(time)",
                .cacheControl: "no-store, no-transform",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: body))
        )
    }

    static func failure(_ error: SyncError, time: Int64) -> Response {
        Response(
            status: .init(code: error.status),
            headers: [
                .contentType: "application/json", .stetTime: "\(time)",
                .cacheControl: "no-store, no-transform",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: error.body(at: time)))
        )
    }
}

extension SyncCall {
    /// Reads what the signature speaks of; what is missing is empty and so will not verify.
    init(_ request: Request, body: [UInt8]) {
        let path = request.uri.path
        let parts = path.split(separator: "/")
        self.init(
            path: path,
            newsroom: parts.count == 3 ? String(parts[1]) : "",
            header: request.headers[.stetNewsroom] ?? "",
            digest: request.headers[.contentDigest] ?? "",
            input: request.headers[.signatureInput] ?? "",
            signature: request.headers[.signature] ?? "",
            body: body
        )
    }
}
