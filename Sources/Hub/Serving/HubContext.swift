import Hummingbird
import NIOCore

/// What the server keeps beside a request: where it comes from.
struct HubContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The caller's address without its port; a proxy's, where there is one.
    let address: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
