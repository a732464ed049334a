/// Whether a host can only be this machine: `localhost`, `::1`, or an address in 127.0.0.0/8.
///
/// A name that merely begins with 127 may be anybody's.
package func isThisMachine(_ host: String) -> Bool {
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    let isLoopback =
        numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
    return isLoopback || ["localhost", "::1", "[::1]"].contains(host)
}
