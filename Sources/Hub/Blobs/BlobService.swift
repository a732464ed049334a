import HTTPTypes
import Hummingbird
import NIOCore
import Newsroom
import Store
import SyncProtocol

/// What a hub answers about pictures: how much of one it has, and stretches of it, up and down.
///
/// Only members are answered.
struct BlobService: Sendable {
    private let sync: SyncService

    init(_ sync: SyncService) { self.sync = sync }

    /// Answers one signed call; `fields` are those of the request.
    func answer(
        _ call: SignedCall,
        _ newsroom: String,
        _ name: String,
        _ fields: HTTPFields
    ) async throws -> Response {
        let served = try await sync.admitted(call, to: newsroom)
        guard let hash = Bytes32(hex: name) else { throw SyncError.malformed }
        switch call.method {
        case "HEAD": return response(await served.shelf.state(of: hash))
        case "PUT": return response(try await take(call.body, of: hash, fields, at: served.shelf))
        default: return try stretch(of: hash, fields[.range], from: served.replica.media)
        }
    }

    private func take(
        _ body: [UInt8],
        of hash: Bytes32,
        _ fields: HTTPFields,
        at shelf: BlobShelf
    ) async throws -> BlobState {
        guard let offset = fields[.uploadOffset].flatMap({ Int($0) }), offset >= 0,
            let complete = fields[.uploadComplete], ["?0", "?1"].contains(complete)
        else { throw SyncError.malformed }
        guard body.count <= BlobTransfer.limitBytes else { throw SyncError.tooLarge }
        return try await shelf.take(body, of: hash, at: offset, isLast: complete == "?1")
    }

    private func response(_ state: BlobState) -> Response {
        Response(
            status: .noContent,
            headers: base.with(.uploadOffset, "\(state.byteCount)")
                .with(.uploadComplete, state.isWhole ? "?1" : "?0")
        )
    }

    /// All of a picture, or a stretch, read as fast as it is taken.
    private func stretch(
        of hash: Bytes32,
        _ range: String?,
        from media: Media
    ) throws -> Response {
        guard let count = media.byteCount(of: hash) else { throw SyncError.unknownBlob }
        guard let asked = BlobRange(range ?? "bytes=0-") else { throw SyncError.malformed }
        guard let places = asked.places(in: count) else { throw SyncError.range }
        let isAll = range == nil
        var headers = base.with(.contentType, "application/octet-stream")
        if !isAll {
            headers[.contentRange] = "bytes \(places.lowerBound)-\(places.upperBound - 1)/\(count)"
        }
        return Response(
            status: isAll ? .ok : .partialContent,
            headers: headers,
            body: ResponseBody(contentLength: places.count) { writer in
                for start in stride(from: places.lowerBound, to: places.upperBound, by: 1 << 18) {
                    let length = min(1 << 18, places.upperBound - start)
                    guard let piece = media.read(hash, from: start, count: length),
                        piece.count == length
                    else { throw SyncError.broken }
                    try await writer.write(ByteBuffer(bytes: piece))
                }
                try await writer.finish(nil)
            }
        )
    }

    private var base: HTTPFields {
        [
            .stetTime: "\(sync.verifier.now.milliseconds)",
            .cacheControl: "no-store, no-transform",
        ]
    }
}

extension HTTPFields {
    fileprivate func with(_ name: HTTPField.Name, _ value: String) -> HTTPFields {
        var fields = self
        fields[name] = value
        return fields
    }
}

extension HTTPField.Name {
    /// How much of a picture there is, in bytes.
    static let uploadOffset = HTTPField.Name(validated: "Upload-Offset")
    /// Whether that is all: `?0` or `?1`.
    static let uploadComplete = HTTPField.Name(validated: "Upload-Complete")
    /// The code of a refusal, where there is no body to say it in.
    static let stetError = HTTPField.Name(validated: "Stet-Error")
}
