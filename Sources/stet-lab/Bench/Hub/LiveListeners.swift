import Foundation
@unsafe @preconcurrency import Glibc
import Synchronization
import TestSupport

/// The live events of many devices, read by one thread, which notes how long each entry was on its
/// way to each of them.
final class LiveListeners: Sendable {
    struct Figures {
        /// Milliseconds from before an entry was sent to when a device had it, one for each pair.
        var latencies: [Float] = []
        /// Streams that ended.
        var ended = 0
        /// Events that told of entries without bringing them.
        var hints = 0
    }

    private struct State {
        /// When the entry with a number was sent, in nanoseconds.
        var sent: [Int: UInt64] = [:]
        var figures = Figures()
        var isOver = false
        var heard: [Int]
    }

    private let state: Mutex<State>

    /// Listens at sockets on which the events were asked for, by devices that know `number` entries.
    init(_ sockets: [Socket], knowing number: Int) {
        state = Mutex(State(heard: Array(repeating: number, count: sockets.count)))
        Thread.detachNewThread { [self] in listen(sockets) }
    }

    /// An entry is sent now, and will have this number.
    func note(_ number: Int) {
        let time = nanoseconds()
        state.withLock { $0.sent[number] = time }
    }

    /// How far each device heard.
    func heard(by device: Int) -> Int { state.withLock { $0.heard[device] } }

    /// How many devices heard of an entry.
    func count(of number: Int) -> Int { state.withLock { $0.heard.count { $0 >= number } } }

    /// Listens no more.
    func finish() -> Figures {
        state.withLock { state in
            state.isOver = true
            return state.figures
        }
    }

    private func listen(_ sockets: [Socket]) {
        var waiting = Array(repeating: [UInt8](), count: sockets.count)
        var isOpen = Array(repeating: true, count: sockets.count)
        while !state.withLock({ $0.isOver }) {
            let open = sockets.indices.filter { isOpen[$0] }
            let ready = Socket.ready(open.map { sockets[$0] }, within: 20)
            for (device, isReady) in zip(open, ready) where isReady {
                let bytes = sockets[device].read(atMost: 131_072)
                if bytes.isEmpty {
                    isOpen[device] = false
                    state.withLock { $0.figures.ended += 1 }
                }
                waiting[device] += bytes
                // A piece is a chunk of its own, and ends with the empty line of its last event.
                guard waiting[device].suffix(4).elementsEqual([10, 10, 13, 10]) else { continue }
                take(waiting[device], of: device)
                waiting[device].removeAll(keepingCapacity: true)
            }
        }
    }

    private func take(_ bytes: [UInt8], of device: Int) {
        let now = nanoseconds()
        for event in EventScan(bytes) {
            state.withLock { state in
                if !event.bringsEntries { state.figures.hints += 1 }
                guard event.number > state.heard[device] else { return }
                for number in (state.heard[device] + 1)...event.number {
                    guard let sent = state.sent[number] else { continue }
                    state.figures.latencies.append(Float(now - sent) / 1e6)
                }
                state.heard[device] = event.number
            }
        }
    }
}

/// The cursors in bytes of events, without reading what the entries say.
private struct EventScan: Sequence, IteratorProtocol {
    struct Event {
        let number: Int
        let bringsEntries: Bool
    }

    private let bytes: [UInt8]
    private var place = 0
    private static let mark = Array("\"cursor\":\"".utf8)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Event? {
        // Entries travel as base64, which has no line feed; the cursor stands in front of them.
        while let end = bytes[place...].firstIndex(of: 10) {
            place = end + 1
            guard let mark = bytes[place...].prefix(100).firstRange(of: Self.mark) else { continue }
            // Behind the mark stand 32 digits of the epoch, a full stop, and the number.
            place = mark.upperBound + 33
            var number = 0
            while place < bytes.count, (0x30...0x39).contains(bytes[place]) {
                number = number * 10 + Int(bytes[place] - 0x30)
                place += 1
            }
            return Event(number: number, bringsEntries: bytes[place...].starts(with: [0x22, 0x2C]))
        }
        return nil
    }
}

/// The monotonic clock.
func nanoseconds() -> UInt64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
