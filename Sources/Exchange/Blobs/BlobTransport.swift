package import Newsroom
package import Store
package import SyncProtocol

/// A hub that keeps pictures.
package protocol BlobTransport: Sendable {
    /// Makes one call about a picture, signed by the replica's device; `take` is given what comes
    /// back, piece by piece.
    ///
    /// - Throws: `HubRefusal` where the hub says no, `ExchangeError`, what `take` throws.
    /// - Returns: how much of the picture the hub has.
    func ask(
        _ question: BlobQuestion,
        by replica: Replica,
        to hub: [UInt8],
        clockOffset: Int64,
        take: ([UInt8]) throws -> Void
    ) async throws -> BlobState
}

/// What a hub is asked about a picture.
package struct BlobQuestion: Sendable, Hashable {
    /// What is to be done.
    package enum Act: Sendable, Hashable {
        /// Say how much of it is there.
        case state
        /// Take what begins at an offset.
        case put([UInt8], at: Int, isLast: Bool)
        /// Give what begins at an offset.
        case get(from: Int)
    }

    /// The picture.
    package let hash: Bytes32
    /// What is to be done with it.
    package let act: Act

    /// Takes both.
    package init(_ act: Act, _ hash: Bytes32) { (self.act, self.hash) = (act, hash) }
}
