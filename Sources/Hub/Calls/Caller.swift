import HTTPTypes
import Hummingbird

/// Where a request comes from: the address of the connection, or, where that is a proxy's whose
/// word is taken, what the proxy says last in `Forwarded` (RFC 7239) or `X-Forwarded-For`.
func caller(of request: Request, at address: String, through proxies: Set<String>) -> String {
    guard proxies.contains(address) else { return address }
    let named = request.headers[.forwarded]?.split(separator: ",").last?
        .split(separator: ";").map { $0.filter { $0 != " " && $0 != "\"" } }
        .first { $0.lowercased().hasPrefix("for=") }.map { String($0.dropFirst(4)) }
    let listed = request.headers[.xForwardedFor]?.split(separator: ",").last
        .map { $0.filter { $0 != " " } }
    return named ?? listed ?? address
}

extension HTTPField.Name {
    static let forwarded = HTTPField.Name(validated: "Forwarded")
    static let xForwardedFor = HTTPField.Name(validated: "X-Forwarded-For")
}
