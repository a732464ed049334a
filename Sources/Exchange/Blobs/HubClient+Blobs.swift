import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Newsroom
package import Store
package import SyncProtocol

extension HubClient: BlobTransport {
    /// Pictures go to the same hub.
    package var blobs: (any BlobTransport)? { self }

    /// Makes one call about a picture.
    package func ask(
        _ question: BlobQuestion,
        by replica: Replica,
        to hub: [UInt8],
        clockOffset: Int64,
        take: ([UInt8]) throws -> Void
    ) async throws -> BlobState {
        let signer = try CallSigner(replica)
        var request = try await request(
            question.call(to: replica.id),
            by: signer,
            to: hub,
            clockOffset
        )
        for (name, value) in question.fields {
            request.headers.replaceOrAdd(name: name, value: value)
        }
        // Where the network carries little, a part takes its time.
        let response = try await response(
            to: request,
            from: question.isLong ? lines.listener : lines.caller,
            until: question.isLong ? .distantFuture : .now() + .seconds(120)
        )
        guard (200...206).contains(response.status.code) else {
            throw try await blobRefusal(in: response)
        }
        do {
            for try await piece in response.body { try take(Array(piece.readableBytesView)) }
        } catch let error as StoreError {
            throw error
        } catch let error as ExchangeError {
            throw error
        } catch {
            throw ExchangeError.unreachable(address)
        }
        return BlobState(response)
    }

    /// A hub's no, also where the answer has no body.
    private func blobRefusal(in response: HTTPClientResponse) async throws -> any Error {
        guard let code = response.headers.first(name: "Stet-Error"),
            let error = SyncError(rawValue: code)
        else { return try await refusal(in: response) }
        let time = response.headers.first(name: "Stet-Time").flatMap { Int64($0) }
        return HubRefusal(error, time: time, retryAfter: error.retryAfter)
    }
}

extension BlobState {
    /// What an answer says; nothing, where it says nothing of it.
    fileprivate init(_ response: HTTPClientResponse) {
        let offset = response.headers.first(name: "Upload-Offset").flatMap { Int($0) }
        self.init(
            byteCount: offset ?? 0,
            isWhole: response.headers.first(name: "Upload-Complete") == "?1"
        )
    }
}

extension BlobQuestion {
    fileprivate var isLong: Bool {
        if case .get = act { true } else { false }
    }

    fileprivate func call(to newsroom: NewsroomID) -> Call {
        let path = BlobTransfer.path(hash, of: newsroom)
        return switch act {
        case .state: Call(method: "HEAD", path: path)
        case .put(let bytes, _, _): Call(method: "PUT", path: path, body: bytes)
        case .get: Call(method: "GET", path: path)
        }
    }

    fileprivate var fields: [(String, String)] {
        switch act {
        case .state: []
        case .put(_, let offset, let isLast):
            [
                ("Upload-Offset", "\(offset)"), ("Upload-Complete", isLast ? "?1" : "?0"),
                ("Content-Type", "application/octet-stream"),
            ]
        case .get(let offset): [("Range", BlobRange(first: offset).description)]
        }
    }
}
