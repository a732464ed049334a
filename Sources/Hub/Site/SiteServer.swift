import HTTPTypes
import Hummingbird
package import Logging
import NIOCore
import Newsroom
import Press
import ServiceLifecycle
package import Store

/// The server of the public site: exactly the files that the press wrote, to anybody.
package struct SiteServer: Sendable {
    private let files: SiteFiles
    private let clock: any WallClock
    private let proxies: Set<String>
    private let logger: Logger
    private let budget = AddressBudget()

    /// Serves a folder; `proxies` are the addresses of those whose word on where a reader comes
    /// from is taken.
    package init(
        _ files: SiteFiles,
        clock: any WallClock,
        proxies: Set<String> = [],
        logger: Logger
    ) {
        (self.files, self.clock, self.proxies, self.logger) = (files, clock, proxies, logger)
    }

    /// The service that listens.
    func service(_ listening: Listening) throws -> some Service {
        let responder = CallbackResponder<HubContext> { request, context in
            respond(to: request, context)
        }
        return try Hub.service(responder, listening, connections: 1_024, logger: logger)
    }

    private func respond(to request: Request, _ context: HubContext) -> Response {
        let address = caller(of: request, at: context.address, through: proxies)
        guard budget.takes(address, at: Double(clock.now().milliseconds) / 1_000) else {
            return later(.tooManyRequests)
        }
        guard let table = files.table() else { return later(.serviceUnavailable) }
        let answer = table.answer(to: SiteQuestion(request))
        guard let file = answer.file else {
            return response(answer, ByteBuffer(string: answer.words))
        }
        guard answer.status != 304 else {
            let tag = SiteTag.text(of: file.hash, isPacked: answer.isPacked)
            return response(answer, ByteBuffer(), tag: tag)
        }
        guard let (bytes, tag) = files.body(of: file, isPacked: answer.isPacked) else {
            return later(.serviceUnavailable)
        }
        return response(answer, ByteBuffer(bytes: bytes), tag: answer.status == 200 ? tag : nil)
    }

    private func response(_ answer: SiteAnswer, _ body: ByteBuffer, tag: String? = nil) -> Response
    {
        var response = Response(status: .init(code: answer.status))
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        if let tag { response.headers[.eTag] = "\"\(tag)\"" }
        if answer.isPacked, answer.status == 200 { response.headers[.contentEncoding] = "gzip" }
        if answer.status != 304 { response.headers[.contentLength] = "\(body.readableBytes)" }
        if answer.hasBody { response.body = ResponseBody(byteBuffer: body) }
        return response
    }

    private func later(_ status: HTTPResponse.Status) -> Response {
        Response(status: status, headers: [.retryAfter: "2", .contentLength: "0"])
    }
}

extension SiteQuestion {
    fileprivate init(_ request: Request) {
        self.init(
            method: request.method.rawValue,
            path: request.uri.path,
            ifNoneMatch: request.headers[.ifNoneMatch],
            ifModifiedSince: request.headers[.ifModifiedSince],
            takesGzip: request.headers[.acceptEncoding].map { allowsGzip($0) } ?? false
        )
    }
}

/// Whether a value of Accept-Encoding allows gzip (RFC 9110, 12.5.3).
private func allowsGzip(_ value: String) -> Bool {
    value.lowercased().split(separator: ",").contains { coding in
        let parts = coding.split(separator: ";").map { $0.filter { $0 != " " } }
        return (parts.first == "gzip" || parts.first == "*")
            && !parts.dropFirst().contains { $0 == "q=0" || $0.hasPrefix("q=0.000") }
    }
}
