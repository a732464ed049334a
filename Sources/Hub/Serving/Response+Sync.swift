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
    /// Keeps nginx from gathering what should go out at once.
    static let xAccelBuffering = HTTPField.Name(validated: "X-Accel-Buffering")

    init(validated name: String) {
        guard let name = HTTPField.Name(name) else {
            preconditionFailure("\(name) is a valid field name")
        }
        self = name
    }
}

extension Response {
    static func json(_ body: [UInt8], time: Int64) -> Response {
        answer(.ok, "application/json", body, time)
    }

    static func sync(_ body: [UInt8], time: Int64) -> Response {
        answer(.ok, "application/vnd.stet.sync", body, time)
    }

    static func failure(_ error: SyncError, time: Int64) -> Response {
        let status = HTTPResponse.Status(code: error.status)
        var response = answer(status, "application/json", error.body(at: time), time)
        if let seconds = error.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }

    /// The same for a call whose answer has no body: the code stands among the fields.
    func withoutBody(saying error: SyncError) -> Response {
        var response = self
        response.body = ResponseBody()
        response.headers[.stetError] = error.rawValue
        return response
    }

    private static func answer(
        _ status: HTTPResponse.Status,
        _ contentType: String,
        _ body: [UInt8],
        _ time: Int64
    ) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: contentType, .stetTime: "\(time)",
                .cacheControl: "no-store, no-transform",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: body))
        )
    }
}

extension SignedCall {
    init(_ request: Request, body: [UInt8], address: String) {
        self.init(
            method: request.method.rawValue,
            path: request.uri.path,
            query: request.uri.query ?? "",
            newsroom: request.headers[.stetNewsroom] ?? "",
            digest: request.headers[.contentDigest] ?? "",
            input: request.headers[.signatureInput] ?? "",
            signature: request.headers[.signature] ?? "",
            body: body,
            address: address
        )
    }
}
