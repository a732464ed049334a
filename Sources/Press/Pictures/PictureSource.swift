import Newsroom
package import Store
import Synchronization

/// The pictures that are here, each looked at once.
package struct PictureSource: Sendable {
    /// What a picture is, or what is wrong with it; nil where it is not here.
    let look: @Sendable (Bytes32) -> Result<Picture, PictureError>?
    /// Its bytes.
    let bytes: @Sendable (Bytes32) -> [UInt8]?

    /// No picture.
    package static let none = PictureSource(look: { _ in nil }, bytes: { _ in nil })

    /// A picture that is here and can be shown; nil where there is none.
    func picture(_ hash: Bytes32) -> Picture? { try? look(hash)?.get() }

    /// Why a picture that is here may not be published; nil where it may.
    func refusal(of hash: Bytes32) -> PictureError? {
        switch look(hash) {
        case .success(let picture): picture.tellsPlace ? .tellsPlace : nil
        case .failure(let error): error
        case nil: nil
        }
    }

    /// Of the pictures that a document names, those that are not here.
    func missing(from document: CanonicalDocument) -> [Bytes32] {
        document.media.filter { look($0) == nil }
    }
}

extension PictureSource {
    /// The pictures of a newsroom.
    package init(_ media: Media) {
        let seen = SeenPictures()
        self.init { hash in
            seen.known(hash) ?? Self.bytes(of: hash, in: media).map { seen.look(at: $0, hash) }
        } bytes: { hash in
            Self.bytes(of: hash, in: media)
        }
    }

    /// What the disk spoiled counts as not here.
    private static func bytes(of hash: Bytes32, in media: Media) -> [UInt8]? {
        (try? media.read(hash)).flatMap(\.self)
    }
}

/// What was found out about pictures, for one run.
private final class SeenPictures: Sendable {
    private let found = Mutex<[Bytes32: Result<Picture, PictureError>]>([:])

    func known(_ hash: Bytes32) -> Result<Picture, PictureError>? {
        found.withLock { $0[hash] }
    }

    func look(at bytes: [UInt8], _ hash: Bytes32) -> Result<Picture, PictureError> {
        let result: Result<Picture, PictureError>
        do {
            result = .success(try Picture(bytes))
        } catch {
            result = .failure(error)
        }
        found.withLock { $0[hash] = result }
        return result
    }
}
