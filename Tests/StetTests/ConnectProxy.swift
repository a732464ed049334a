import Foundation
import Synchronization
import TestSupport

/// A proxy that carries whatever is asked of it to one port of this machine (RFC 9110, 9.3.6), and
/// remembers what it saw.
final class ConnectProxy: Sendable {
    private struct State {
        var questions: [String] = []
        var carried: [UInt8] = []
        var isOpen = true
    }

    private let listener: Socket
    private let target: UInt16
    private let state = Mutex(State())

    /// Begins to listen.
    init(to target: UInt16) throws {
        listener = try .listening()
        self.target = target
        Thread.detachNewThread { [self] in acceptAll() }
    }

    var port: UInt16 { listener.port }
    /// What it was asked, each with its header fields.
    var questions: [String] { state.withLock { $0.questions } }
    /// All bytes that it carried to the other side.
    var carried: [UInt8] { state.withLock { $0.carried } }

    func close() { state.withLock { $0.isOpen = false } }

    private var isOpen: Bool { state.withLock { $0.isOpen } }

    private func acceptAll() {
        while isOpen {
            guard let client = listener.accepted(within: 100) else { continue }
            Thread.detachNewThread { [self] in serve(client) }
        }
    }

    private func serve(_ client: Socket) {
        var question: [UInt8] = []
        while !question.ends(with: Array("\r\n\r\n".utf8)), question.count < 16_384, isOpen {
            guard Socket.ready([client], within: 100) == [true] else { continue }
            let byte = client.read(atMost: 1)
            guard !byte.isEmpty else { return }
            question += byte
        }
        state.withLock { $0.questions.append(String(decoding: question, as: UTF8.self)) }
        guard let server = try? Socket.connected(to: target),
            client.write(Array("HTTP/1.1 200 Connected\r\n\r\n".utf8))
        else { return }
        while isOpen {
            let ready = Socket.ready([client, server], within: 100)
            for (index, isReady) in ready.enumerated() where isReady {
                let bytes = (index == 0 ? client : server).read(atMost: 4_096)
                guard !bytes.isEmpty, (index == 0 ? server : client).write(bytes) else { return }
                if index == 0 { state.withLock { $0.carried += bytes } }
            }
        }
    }
}

extension [UInt8] {
    fileprivate func ends(with end: [UInt8]) -> Bool { suffix(end.count).elementsEqual(end) }
}
