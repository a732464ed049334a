import TestSupport

/// A connection on which one call follows the other, for those who measure what a client library
/// would hide.
struct PlainHTTP {
    private let socket: Socket
    private var unread: [UInt8] = []

    init(_ socket: Socket) { self.socket = socket }

    /// The body of the answer to a call; empty where the hub refused.
    ///
    /// - Throws: `StormError.silent` where none came in ten seconds.
    mutating func answer(to call: [UInt8]) throws -> [UInt8] {
        guard socket.write(call) else { throw StormError.silent("hub") }
        var head = ""
        while true {
            if let end = unread.firstRange(of: Array("\r\n\r\n".utf8)) {
                head = String(decoding: unread[..<end.lowerBound], as: UTF8.self)
                unread.removeSubrange(..<end.upperBound)
                break
            }
            try readOn()
        }
        let lines = head.lowercased().split(separator: "\r\n")
        let length = lines.first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).filter { $0 != " " }) }
        guard let length else { throw StormError.failed("an answer without a length") }
        while unread.count < length { try readOn() }
        defer { unread.removeSubrange(..<length) }
        return head.hasPrefix("HTTP/1.1 200") ? Array(unread[..<length]) : []
    }

    private mutating func readOn() throws {
        guard Socket.ready([socket], within: 10_000) == [true] else {
            throw StormError.silent("hub")
        }
        let bytes = socket.read(atMost: 65_536)
        guard !bytes.isEmpty else { throw StormError.silent("hub") }
        unread += bytes
    }
}
