import Foundation
@unsafe @preconcurrency import Glibc

/// A TCP socket on this machine, closed with its owner; no program started later inherits it.
package final class Socket: Sendable {
    private let descriptor: Int32
    /// `MSG_NOSIGNAL`: who writes to a closed connection is told so, and not killed.
    private static let quietly: Int32 = 0x4000

    private init(_ descriptor: Int32) throws(SocketError) {
        guard descriptor >= 0 else { throw SocketError(errno) }
        self.descriptor = descriptor
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit { close(descriptor) }

    private convenience init() throws(SocketError) {
        try self.init(socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        var yes: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        unsafe setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, size)
    }

    /// Listens at a free port of the loopback.
    package static func listening() throws(SocketError) -> Socket {
        let socket = try Socket()
        guard unsafe socket.withAddress(port: 0, { unsafe bind(socket.descriptor, $0, $1) }) == 0,
            listen(socket.descriptor, 128) == 0
        else { throw SocketError(errno) }
        return socket
    }

    /// Connects to a port of the loopback.
    package static func connected(to port: UInt16) throws(SocketError) -> Socket {
        let socket = try Socket()
        let outcome = unsafe socket.withAddress(port: port) {
            unsafe connect(socket.descriptor, $0, $1)
        }
        guard outcome == 0 else { throw SocketError(errno) }
        return socket
    }

    private func withAddress(
        port: UInt16,
        _ work: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        // The system takes every kind of address as a `sockaddr`, and is told its true size.
        return unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe work(address, size)
            }
        }
    }

    /// The port that it is bound to.
    package var port: UInt16 {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe getsockname(descriptor, address, &size)
            }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    /// The next connection; nil where none comes in so many milliseconds.
    package func accepted(within milliseconds: Int32) -> Socket? {
        guard Socket.ready([self], within: milliseconds) == [true] else { return nil }
        return try? Socket(accept(descriptor, nil, nil))
    }

    /// Which of these sockets have bytes or their end to read, after so many milliseconds at most.
    package static func ready(_ sockets: [Socket], within milliseconds: Int32) -> [Bool] {
        var places = sockets.map { socket in
            pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0)
        }
        unsafe poll(&places, nfds_t(places.count), milliseconds)
        return places.map { $0.revents != 0 }
    }

    /// What came, at most so much; empty at the end, and where the connection broke.
    package func read(atMost count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let length = unsafe recv(descriptor, &bytes, count, 0)
        return Array(bytes.prefix(max(0, length)))
    }

    /// Sends everything; false where the other side is gone.
    package func write(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = unsafe rest.withUnsafeBytes { bytes in
                unsafe send(descriptor, bytes.baseAddress, bytes.count, Self.quietly)
            }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    /// Has the connection end with a reset instead of a farewell, once it is closed.
    package func endHard() {
        var lingering = linger(l_onoff: 1, l_linger: 0)
        let size = socklen_t(MemoryLayout<linger>.size)
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &lingering, size)
    }
}

/// The operating system's no.
package struct SocketError: Error, CustomStringConvertible {
    private let code: Int32

    init(_ code: Int32) { self.code = code }

    /// What the system said.
    package var description: String { unsafe "no connection: " + String(cString: strerror(code)) }
}
